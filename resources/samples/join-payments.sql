-- Joins two streams: each order with its payment, when both come within fifteen seconds.
SET 'execution.runtime-mode' = 'streaming';

CREATE TEMPORARY TABLE orders (
  order_id   INT,
  shop_id    INT,
  ordered_at AS LOCALTIMESTAMP,
  WATERMARK FOR ordered_at AS ordered_at
) WITH ('connector' = 'datagen', 'rows-per-second' = '4',
        'fields.order_id.min' = '1', 'fields.order_id.max' = '60',
        'fields.shop_id.min' = '1', 'fields.shop_id.max' = '8');

CREATE TEMPORARY TABLE payments (
  order_id INT,
  amount   DOUBLE,
  paid_at  AS LOCALTIMESTAMP,
  WATERMARK FOR paid_at AS paid_at
) WITH ('connector' = 'datagen', 'rows-per-second' = '4',
        'fields.order_id.min' = '1', 'fields.order_id.max' = '60',
        'fields.amount.min' = '5', 'fields.amount.max' = '300');

SELECT o.order_id, o.shop_id, ROUND(p.amount, 2) AS amount, o.ordered_at, p.paid_at
FROM orders AS o
JOIN payments AS p ON o.order_id = p.order_id
  AND p.paid_at BETWEEN o.ordered_at AND o.ordered_at + INTERVAL '15' SECOND;
