-- Counts made-up orders per shop while they arrive. Needs nothing but Flink.
CREATE TEMPORARY TABLE orders (
  shop_id INT,
  amount  DECIMAL(10, 2)
) WITH ('connector' = 'datagen', 'rows-per-second' = '5',
        'fields.shop_id.min' = '1', 'fields.shop_id.max' = '8');

SELECT shop_id, COUNT(*) AS orders, SUM(amount) AS revenue
FROM orders GROUP BY shop_id;
