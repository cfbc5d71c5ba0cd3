-- Statements of all kinds for EXPLAIN, on nothing but Flink's own connectors. Both 1.20 and 2.x take every one of them.
-- The recorded answers beside this file belong to it.
CREATE TEMPORARY TABLE orders (
  order_id BIGINT, shop_id INT, currency STRING, amount DECIMAL(10, 2), tags ARRAY<STRING>,
  ordered_at TIMESTAMP(3), proc AS PROCTIME(),
  WATERMARK FOR ordered_at AS ordered_at - INTERVAL '5' SECOND
) WITH ('connector' = 'datagen', 'rows-per-second' = '5');
CREATE TEMPORARY TABLE payments (
  pay_id BIGINT, order_id BIGINT, paid DOUBLE, paid_at TIMESTAMP(3),
  WATERMARK FOR paid_at AS paid_at - INTERVAL '5' SECOND
) WITH ('connector' = 'datagen', 'rows-per-second' = '5');
CREATE TEMPORARY TABLE shops (
  shop_id INT, shop_name STRING, country STRING, PRIMARY KEY (shop_id) NOT ENFORCED
) WITH ('connector' = 'datagen', 'rows-per-second' = '1');
CREATE TEMPORARY TABLE rates (
  currency STRING, rate DECIMAL(10, 4), valid_from TIMESTAMP(3),
  WATERMARK FOR valid_from AS valid_from, PRIMARY KEY (currency) NOT ENFORCED
) WITH ('connector' = 'datagen', 'rows-per-second' = '1');
CREATE TEMPORARY TABLE revenue (
  shop_id INT, orders BIGINT, total DECIMAL(38, 2), PRIMARY KEY (shop_id) NOT ENFORCED
) WITH ('connector' = 'blackhole');
CREATE TEMPORARY TABLE log_sink (order_id BIGINT, shop_id INT, amount DECIMAL(10, 2)) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE big_sink (order_id BIGINT, shop_id INT, amount DECIMAL(10, 2)) WITH ('connector' = 'blackhole');
CREATE TEMPORARY TABLE named_revenue (
  shop_name STRING, total DECIMAL(38, 2), PRIMARY KEY (shop_name) NOT ENFORCED
) WITH ('connector' = 'blackhole');
CREATE TEMPORARY VIEW big_orders AS SELECT order_id, shop_id, amount FROM orders WHERE amount > 100;

-- project and filter
SELECT order_id, amount * 2 AS twice FROM orders WHERE shop_id = 3 AND amount > 10;
-- aggregate
SELECT shop_id, COUNT(*) AS orders, SUM(amount) AS total FROM orders GROUP BY shop_id;
-- distinct aggregate
SELECT shop_id, COUNT(DISTINCT currency) AS currencies FROM orders GROUP BY shop_id;
-- distinct
SELECT DISTINCT shop_id, currency FROM orders;
-- grouping sets
SELECT shop_id, currency, SUM(amount) FROM orders GROUP BY GROUPING SETS ((shop_id), (currency), ());
-- having
SELECT shop_id, MAX(amount) AS largest FROM orders GROUP BY shop_id HAVING COUNT(*) > 10;
-- inner join
SELECT o.order_id, p.paid FROM orders AS o JOIN payments AS p ON o.order_id = p.order_id;
-- left join
SELECT o.order_id, s.shop_name FROM orders AS o LEFT JOIN shops AS s ON o.shop_id = s.shop_id;
-- right join
SELECT o.order_id, s.shop_name FROM orders AS o RIGHT JOIN shops AS s ON o.shop_id = s.shop_id;
-- full join
SELECT o.order_id, p.pay_id FROM orders AS o FULL OUTER JOIN payments AS p ON o.order_id = p.order_id;
-- cross join
SELECT o.order_id, s.shop_name FROM orders AS o CROSS JOIN shops AS s;
-- semi join
SELECT order_id FROM orders WHERE shop_id IN (SELECT shop_id FROM shops WHERE country = 'DE');
-- anti join
SELECT order_id FROM orders AS o WHERE NOT EXISTS (SELECT 1 FROM payments AS p WHERE p.order_id = o.order_id);
-- interval join
SELECT o.order_id, p.paid FROM orders AS o JOIN payments AS p
  ON o.order_id = p.order_id AND p.paid_at BETWEEN o.ordered_at AND o.ordered_at + INTERVAL '15' MINUTE;
-- temporal join
SELECT o.order_id, o.amount * r.rate AS converted FROM orders AS o
  JOIN rates FOR SYSTEM_TIME AS OF o.ordered_at AS r ON o.currency = r.currency;
-- join of three with an aggregate
SELECT s.country, SUM(o.amount) AS total FROM orders AS o
  JOIN payments AS p ON o.order_id = p.order_id
  JOIN shops AS s ON o.shop_id = s.shop_id
GROUP BY s.country;
-- self join
SELECT a.order_id, b.order_id FROM orders AS a JOIN orders AS b ON a.shop_id = b.shop_id AND a.amount < b.amount;
-- tumbling window
SELECT window_start, window_end, shop_id, SUM(amount) FROM TABLE(
  TUMBLE(TABLE orders, DESCRIPTOR(ordered_at), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, shop_id;
-- hopping window
SELECT window_start, window_end, COUNT(*) FROM TABLE(
  HOP(TABLE orders, DESCRIPTOR(ordered_at), INTERVAL '30' SECOND, INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
-- cumulating window
SELECT window_start, window_end, COUNT(*) FROM TABLE(
  CUMULATE(TABLE orders, DESCRIPTOR(ordered_at), INTERVAL '1' MINUTE, INTERVAL '1' HOUR)) GROUP BY window_start, window_end;
-- session window
SELECT window_start, window_end, shop_id, COUNT(*) FROM TABLE(
  SESSION(TABLE orders PARTITION BY shop_id, DESCRIPTOR(ordered_at), INTERVAL '5' MINUTE))
GROUP BY window_start, window_end, shop_id;
-- old group window
SELECT TUMBLE_START(ordered_at, INTERVAL '1' MINUTE), shop_id, COUNT(*) FROM orders
GROUP BY TUMBLE(ordered_at, INTERVAL '1' MINUTE), shop_id;
-- window join
SELECT l.order_id, r.paid FROM
  (SELECT * FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ordered_at), INTERVAL '5' MINUTE))) AS l
  JOIN (SELECT * FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(paid_at), INTERVAL '5' MINUTE))) AS r
  ON l.order_id = r.order_id AND l.window_start = r.window_start AND l.window_end = r.window_end;
-- window top n
SELECT * FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY amount DESC) AS place
  FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ordered_at), INTERVAL '10' MINUTE))) WHERE place <= 3;
-- over aggregate
SELECT order_id, SUM(amount) OVER (PARTITION BY shop_id ORDER BY ordered_at
  RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW) AS last_hour FROM orders;
-- top n
SELECT shop_id, order_id, amount FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY shop_id ORDER BY amount DESC) AS place FROM orders) WHERE place <= 5;
-- deduplicate
SELECT order_id, shop_id FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY proc ASC) AS n FROM orders) WHERE n = 1;
-- sort by time
SELECT order_id, ordered_at FROM orders ORDER BY ordered_at;
-- sort and limit
SELECT order_id, amount FROM orders ORDER BY amount DESC LIMIT 10;
-- limit
SELECT order_id FROM orders LIMIT 5;
-- union all
SELECT order_id FROM orders UNION ALL SELECT order_id FROM payments;
-- union
SELECT order_id FROM orders UNION SELECT order_id FROM payments;
-- intersect
SELECT order_id FROM orders INTERSECT SELECT order_id FROM payments;
-- except
SELECT order_id FROM orders EXCEPT SELECT order_id FROM payments;
-- values
VALUES (1, 'a'), (2, 'b');
-- select without a table
SELECT 1 AS answer, 'x' AS letter;
-- unnest
SELECT o.order_id, t.tag FROM orders AS o CROSS JOIN UNNEST(o.tags) AS t (tag);
-- left join lateral
SELECT o.order_id, t.tag FROM orders AS o LEFT JOIN UNNEST(o.tags) AS t (tag) ON TRUE;
-- match recognize
SELECT * FROM orders MATCH_RECOGNIZE (
  PARTITION BY shop_id ORDER BY ordered_at
  MEASURES FIRST(A.amount) AS first_amount, LAST(B.amount) AS last_amount
  ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW
  PATTERN (A B+ C) DEFINE B AS B.amount > A.amount, C AS C.amount < A.amount);
-- common table expression used twice
WITH totals AS (SELECT shop_id, SUM(amount) AS total FROM orders GROUP BY shop_id)
SELECT a.shop_id, a.total, b.total FROM totals AS a JOIN totals AS b ON a.shop_id = b.shop_id;
-- view
SELECT shop_id, COUNT(*) FROM big_orders GROUP BY shop_id;
-- hint with options
SELECT order_id FROM orders /*+ OPTIONS('rows-per-second' = '100') */ WHERE amount > 5;
-- hint with state time to live
SELECT /*+ STATE_TTL('o' = '1d', 's' = '7d') */ o.order_id, s.shop_name
FROM orders AS o JOIN shops AS s ON o.shop_id = s.shop_id;
-- scalar subquery
SELECT order_id FROM orders WHERE amount > (SELECT AVG(amount) FROM orders);
-- case, cast and quotes
SELECT order_id, CASE WHEN currency = 'it''s, [a] (b)' THEN '=[x], fields=[' ELSE currency END AS kind,
  CAST(amount AS STRING) AS `text, with [brackets]` FROM orders;
-- insert
INSERT INTO revenue SELECT shop_id, COUNT(*), SUM(amount) FROM orders GROUP BY shop_id;
-- insert of some columns
INSERT INTO log_sink (order_id, amount) SELECT order_id, amount FROM orders WHERE amount > 50;
SET 'table.exec.sink.upsert-materialize' = 'FORCE';
-- insert with its key looked after
INSERT INTO named_revenue SELECT s.shop_name, SUM(o.amount) FROM orders AS o
  JOIN shops AS s ON o.shop_id = s.shop_id GROUP BY s.shop_name;
RESET 'table.exec.sink.upsert-materialize';
-- insert from values
INSERT INTO log_sink VALUES (1, 2, 3.5), (4, 5, 6.5);
-- statement set
EXECUTE STATEMENT SET BEGIN
  INSERT INTO log_sink SELECT order_id, shop_id, amount FROM orders WHERE amount > 50;
  INSERT INTO big_sink SELECT order_id, shop_id, amount FROM orders;
END;
-- statement set of the older form
BEGIN STATEMENT SET;
INSERT INTO revenue SELECT shop_id, COUNT(*), SUM(amount) FROM orders GROUP BY shop_id;
INSERT INTO log_sink SELECT order_id, shop_id, amount FROM big_orders;
END;
-- create table as
CREATE TABLE copied WITH ('connector' = 'blackhole') AS SELECT order_id, amount FROM orders;

SET 'table.exec.mini-batch.enabled' = 'true';
SET 'table.exec.mini-batch.allow-latency' = '1 s';
SET 'table.exec.mini-batch.size' = '100';
SET 'parallelism.default' = '4';
-- aggregate in two phases
SELECT shop_id, COUNT(*) AS orders, SUM(amount) AS total FROM orders GROUP BY shop_id;
-- join in mini batches
SELECT o.order_id, s.shop_name FROM orders AS o LEFT JOIN shops AS s ON o.shop_id = s.shop_id;

SET 'execution.runtime-mode' = 'batch';
CREATE TEMPORARY TABLE items (order_id BIGINT, item STRING, price DOUBLE) WITH ('connector' = 'datagen', 'number-of-rows' = '1000');
CREATE TEMPORARY TABLE parts (item STRING, weight DOUBLE) WITH ('connector' = 'datagen', 'number-of-rows' = '1000');
-- batch aggregate and sort
SELECT item, SUM(price) AS total FROM items GROUP BY item ORDER BY total DESC LIMIT 10;
-- batch hash join
SELECT i.order_id, p.weight FROM items AS i JOIN parts AS p ON i.item = p.item;
-- batch broadcast join
SELECT /*+ BROADCAST(p) */ i.order_id, p.weight FROM items AS i JOIN parts AS p ON i.item = p.item;
-- batch sort merge join
SELECT /*+ SHUFFLE_MERGE(p) */ i.order_id, p.weight FROM items AS i JOIN parts AS p ON i.item = p.item;
-- batch nested loop join
SELECT i.order_id, p.weight FROM items AS i JOIN parts AS p ON i.price < p.weight;
-- batch semi join
SELECT item FROM items WHERE item IN (SELECT item FROM parts);
-- batch window function
SELECT item, RANK() OVER (PARTITION BY item ORDER BY price) FROM items;
-- batch union and distinct
SELECT item FROM items UNION SELECT item FROM parts;
