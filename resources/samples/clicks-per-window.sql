-- Clicks per page in windows of ten seconds of event time. A row comes when its window is complete.
SET 'execution.runtime-mode' = 'streaming';

CREATE TEMPORARY TABLE clicks (
  page       INT,
  visitor    INT,
  clicked_at AS LOCALTIMESTAMP,
  WATERMARK FOR clicked_at AS clicked_at - INTERVAL '1' SECOND
) WITH ('connector' = 'datagen', 'rows-per-second' = '20',
        'fields.page.min' = '1', 'fields.page.max' = '4',
        'fields.visitor.min' = '1', 'fields.visitor.max' = '50');

SELECT window_start, window_end, page,
       COUNT(*) AS clicks, COUNT(DISTINCT visitor) AS visitors
FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(clicked_at), INTERVAL '10' SECOND))
GROUP BY window_start, window_end, page;
