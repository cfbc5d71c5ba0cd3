-- A batch query: all rows are read, then the answer is given once and the job ends.
SET 'execution.runtime-mode' = 'batch';

CREATE TEMPORARY TABLE payments (
  id       BIGINT,
  customer INT,
  amount   DOUBLE
) WITH ('connector' = 'datagen', 'number-of-rows' = '10000',
        'fields.id.kind' = 'sequence', 'fields.id.start' = '1', 'fields.id.end' = '10000',
        'fields.customer.min' = '1', 'fields.customer.max' = '500',
        'fields.amount.min' = '1', 'fields.amount.max' = '250');

SELECT customer, COUNT(*) AS payments, ROUND(SUM(amount), 2) AS total
FROM payments
GROUP BY customer
ORDER BY total DESC
LIMIT 10;
