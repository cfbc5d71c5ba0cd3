-- A statement set: two INSERTs share one job and one read of the source. Cancel the job when you have seen enough.
SET 'execution.runtime-mode' = 'streaming';

CREATE TEMPORARY TABLE readings (
  sensor  INT,
  celsius DOUBLE
) WITH ('connector' = 'datagen', 'rows-per-second' = '10',
        'fields.sensor.min' = '1', 'fields.sensor.max' = '20',
        'fields.celsius.min' = '-20', 'fields.celsius.max' = '60');

-- Writes to the log of the TaskManager.
CREATE TEMPORARY TABLE alarms (
  sensor  INT,
  celsius DOUBLE
) WITH ('connector' = 'print', 'print-identifier' = 'alarm');

-- Takes everything and keeps nothing.
CREATE TEMPORARY TABLE archive (
  sensor  INT,
  celsius DOUBLE
) WITH ('connector' = 'blackhole');

EXECUTE STATEMENT SET
BEGIN
  INSERT INTO alarms SELECT sensor, celsius FROM readings WHERE celsius > 50;
  INSERT INTO archive SELECT sensor, celsius FROM readings;
END;
