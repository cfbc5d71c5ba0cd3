/* config
env {
  job.mode = "BATCH"
  parallelism = 1
}
*/
CREATE TABLE source_table WITH (
  'connector' = 'FakeSource',
  'type' = 'source',
  'row.num' = '16',
  'schema' = '{ fields { name = "string", age = "int" } }'
);

CREATE TABLE sink_table WITH (
  'connector' = 'Console',
  'type' = 'sink'
);

INSERT INTO sink_table SELECT name, age FROM source_table;
