# SPDX-License-Identifier: GPL-3.0-or-later
"""What the contract server remembers: jobs that move on each time somebody looks, queues, tables, connections."""

import copy
import json
import threading
import time


class Refused(Exception):
    """An answer in the service's own shape of errors."""

    def __init__(self, status, code, message):
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def wide_rows():
    """60 columns, some of them nested, with NULLs and a long text: rows are lists of JSON values."""
    schema = [{"id": "bigint"}, {"payload": "struct<user:string,tags:array<string>>"}]
    schema += [{f"column_{n:02d}": "string"} for n in range(2, 60)]
    rows = [[9007199254740993 + n, {"user": "张三", "tags": ["a", "b", {"deep": [1, 2, None]}]},
             *(None if (n + c) % 7 == 0 else f"value {c} " + "x" * (300 if c == 5 else 3) for c in range(2, 60))]
            for n in range(10)]
    return {"is_success": True, "message": "", "schema": schema, "rows": rows}


def now():
    return int(time.time() * 1000)


class Service:
    """Answers calls: those with state from the state, all others with the sample that the real library accepts."""

    def __init__(self, samples, seeds=None, many_tables=0):
        self.samples = samples
        self.seeds = seeds or {}
        self.lock = threading.Lock()
        self.flink = {}
        self.sql = {}
        self.batches = {}
        self.queues = {"default": "sql", "queue1": "general"}
        self.connections = {}
        self.tables = {"db1": ["t1", "obs_t", "view1", "wide", "表 1"]}
        if many_tables:
            self.tables["big"] = [f"t{n:06d}" for n in range(many_tables)]
        self.groups = {}
        pools = samples["list_elastic_resource_pools"]["elastic_resource_pools"]
        self.pools = {pool["elastic_resource_pool_name"]: copy.deepcopy(pool) for pool in pools}
        self.variables = {}
        self.next_id = 298765

    def answer(self, operation, values, query, body):
        with self.lock:
            handler = getattr(self, operation, None)
            if handler:
                return handler(values, dict(query), body)
            return 200, copy.deepcopy(self.samples.get(operation, {"is_success": True, "message": ""}))

    # Flink jobs: run and stop take effect after somebody has looked twice.

    def flink_job(self, values):
        job = self.flink.get(str(values["job_id"]))
        if not job:
            raise Refused(400, "DLI.16001", f"The job {values['job_id']} does not exist.")
        return job

    def create_flink_sql_job(self, _values, _query, body):
        if any(job["name"] == body["name"] for job in self.flink.values()):
            return 200, {"is_success": "false", "message": f"The job name {body['name']} exists."}
        self.next_id += 1
        job = copy.deepcopy(self.samples["show_flink_job"]["job_detail"])
        job.update(job_id=self.next_id, name=body["name"], job_type=body.get("job_type", "flink_opensource_sql_job"),
                   status="job_init", status_desc="", sql_body=body.get("sql_body", ""), has_savepoint=False,
                   savepoint_path="", queue_name=body.get("queue_name", "default"), create_time=now(), start_time=None,
                   desc=body.get("desc", ""), user_name="tenant1", restart_times=0, duration=0, edge_group_ids=[],
                   main_class=body.get("main_class", ""), entrypoint_args=body.get("entrypoint_args", ""), ahead=[])
        if body.get("queue_name") not in (None, *self.queues):
            raise Refused(400, "DLI.0002", f"There is no queue named {body['queue_name']}.")
        job["job_config"] = {**job["job_config"], **{key: value for key, value in body.items()
                                                     if key.split("_")[0] in ("cu", "obs", "log", "parallel", "tm")}}
        self.flink[str(self.next_id)] = job
        return 200, {"is_success": "true", "message": "", "job": {"job_id": self.next_id, "status_name": "job_init",
                                                                    "status_desc": ""}}

    def create_flink_jar_job(self, values, query, body):
        return self.create_flink_sql_job(values, query, {**body, "job_type": "flink_jar_job"})

    def change_flink_job(self, values, _query, body):
        job = self.flink_job(values)
        job.update({key: value for key, value in body.items() if key in job}, update_time=now())
        job["job_config"] = {**job.get("job_config", {}), **{key: value for key, value in body.items()
                                                             if key not in job}}
        return 200, {"is_success": "true", "message": "", "job": {"update_time": now()}}

    update_flink_sql_job = update_flink_jar_job = change_flink_job

    def create_flink_sql_job_graph(self, values, _query, body):
        job = self.flink_job(values)
        if job["job_type"] != "flink_opensource_sql_job" or not body["sql_body"].strip():
            return 200, {"is_success": False, "message": "the job has no such graph", "error_code": "DLI.0007"}
        nodes = [{"id": 1, "operator_id": "bc764cd8ddf7a0cff126f51c16239658", "type": "Source",
                  "contents": "TableSourceScan(table=[[orders]])", "parallelism": 1},
                 {"id": 2, "type": "Calc", "contents": "Calc(select=[id, amount])", "parallelism": 1,
                  "predecessors": [{"id": 1}]},
                 {"id": 3, "type": "Sink", "contents": "Sink(table=[revenue])", "parallelism": 1,
                  "predecessors": [{"id": 2}]}]
        return 200, {"is_success": True, "message": "", "error_code": "", "stream_graph": json.dumps({"nodes": nodes})}

    def show_flink_metric(self, _values, _query, body):
        jobs = [{"job_id": number, "metrics": {
            "sources": [{"name": "orders", "records": 48211, "corrupted_records": 3}],
            "sinks": [{"name": "revenue", "records": 48208, "corrupted_records": 0}],
            "total_read_rate": 1042.5, "total_write_rate": 1041.0}}
            for number in body["job_ids"] if str(number) in self.flink]
        return 200, {"is_success": True, "message": "", "metrics": {"jobs": jobs}}

    def shown(self, job):
        if job["ahead"]:
            job["status"] = job["ahead"].pop(0)
            if job["status"] == "job_running" and not job["start_time"]:
                job["start_time"] = now()
        return {key: value for key, value in job.items() if key != "ahead"}

    def show_flink_job(self, values, _query, _body):
        return 200, {"is_success": "true", "message": "", "job_detail": self.shown(self.flink_job(values))}

    def show_flink_job_execution_graph(self, values, _query, _body):
        job = self.flink_job(values)
        if job["status"] != "job_running":
            return 200, {"is_success": "false", "message": "job is not running"}
        nodes = [{"id": "a", "parallelism": 1, "operator": "", "operator_strategy": "",
                  "description": "Source: orders -&gt; Calc"},
                 {"id": "b", "parallelism": 2, "operator": "", "operator_strategy": "", "description": "Sink: out",
                  "inputs": [{"num": 0, "id": "a", "ship_strategy": "HASH", "exchange": "pipelined_bounded"}]}]
        vertices = [{"id": key, "name": key, "parallelism": 1, "status": "RUNNING", "start-time": now(), "end-time": -1,
                     "duration": 5, "tasks": {"RUNNING": 1},
                     "metrics": {"read-bytes": 10, "write-bytes": 20, "read-records": 3, "write-records": 4}}
                    for key in "ab"]
        graph = {"jid": "4e966f43f2c90b0e1bf3188ecf55504b", "name": job["name"], "isStoppable": False,
                 "state": "RUNNING", "start-time": job["start_time"], "end-time": -1, "duration": 5,
                 "timestamps": {"CREATED": now() - 9, "RUNNING": now(), "FAILED": 0}, "vertices": vertices,
                 "plan": {"nodes": nodes}}
        return 200, {"is_success": "true", "message": "", "execute_graph": graph}

    def list_flink_jobs(self, _values, query, _body):
        limit, offset = int(query.get("limit", 10)), int(query.get("offset", 0))
        if not 1 <= limit <= 100:
            raise Refused(400, "DLI.0001", "limit must be from 1 to 100.")
        jobs = sorted(self.flink.values(), key=lambda job: -job["job_id"])
        shown = [self.shown(job) for job in jobs[offset:offset + limit]]
        return 200, {"is_success": "true", "message": "", "job_list": {"total_count": len(jobs), "jobs": shown}}

    def each_job(self, body, act):
        answers = []
        for number in body["job_ids"]:
            job = self.flink.get(str(number)) if isinstance(number, int) else None
            message = act(job) if job else f"Job {number} does not exist"
            answers.append({"is_success": "true" if message is None else "false", "message": message or ""})
        return 200, answers

    def batch_run_flink_jobs(self, _values, _query, body):
        def run(job):
            if job["status"] in ("job_running", "job_submitting"):
                return "the job is running"
            if body.get("resume_savepoint") and not job["savepoint_path"]:
                return "the job has no savepoint"
            job["status"], job["ahead"] = "job_submitting", ["job_submitting", "job_running"]
            return None
        return self.each_job(body, run)

    def batch_stop_flink_jobs(self, _values, _query, body):
        def stop(job):
            if job["status"] not in ("job_running", "job_submitting", "job_idle"):
                return "job is not running"
            job["ahead"] = ["job_canceling", "job_cancel_success"]
            if body.get("trigger_savepoint"):
                job["ahead"].insert(0, "job_savepointing")
                job["has_savepoint"] = True
                job["savepoint_path"] = f"obs://bucket/jobs/savepoint/{job['job_id']}/2024-06-13_02-15-33/"
            job["status"] = job["ahead"].pop(0)
            return None
        return self.each_job(body, stop)

    def batch_delete_flink_jobs(self, _values, _query, body):
        return self.each_job(body, lambda job: self.flink.pop(str(job["job_id"])) and None)

    def delete_flink_job(self, values, _query, _body):
        self.flink.pop(str(self.flink_job(values)["job_id"]))
        return 200, {"is_success": "true", "message": ""}

    def execute_flink_job_savepoint(self, values, _query, body):
        job = self.flink_job(values)
        if body["action"] != "TRIGGER":
            raise Refused(400, "DLI.0001", "action must be TRIGGER.")
        if job["status"] != "job_running":
            return 200, {"is_success": "false", "message": "job is not running"}
        if "://" in body["savepoint_path"]:
            raise Refused(400, "DLI.0001", "savepoint_path must be bucket/dir/.")
        job.update(has_savepoint=True, savepoint_path="obs://" + body["savepoint_path"] + "savepoint-1",
                   update_time=now(), status="job_savepointing", ahead=["job_savepointing", "job_running"])
        return 200, {"is_success": "true",
                     "message": json.dumps({"request-id": "2a1b", "status": {"id": "COMPLETED"}})}

    def import_flink_job_savepoint(self, values, _query, body):
        job = self.flink_job(values)
        if str(body["job_id"]) != str(values["job_id"]) or not isinstance(body["job_id"], int):
            raise Refused(400, "DLI.0001", "job_id of path and body differ.")
        job["savepoint_path"] = body["savepoint_path"]
        return 200, {"is_success": "true", "message": ""}

    # SQL jobs: LAUNCHING, RUNNING, and then as the statement says.

    def create_sql_job(self, _values, _query, body):
        statement = body["sql"].strip()
        word = statement.split()[0].upper() if statement else ""
        if not word:
            raise Refused(400, "DLI.0004", "The SQL syntax is incorrect: empty statement.")
        if "syntax error" in statement:
            raise Refused(400, "DLI.0004", "The SQL syntax is incorrect: line 1:7 mismatched input.")
        if body.get("queue_name") not in (None, *self.queues):
            raise Refused(400, "DLI.0002", f"There is no queue named {body['queue_name']}.")
        kind = {"SELECT": "QUERY", "WITH": "QUERY", "INSERT": "INSERT"}.get(word, "DDL")
        self.next_id += 1
        job_id = f"208b08d4-0dc2-4dd7-8879-{self.next_id:012d}"
        if kind == "DDL":
            answer = {"is_success": True, "message": "", "job_id": job_id, "job_type": "DDL", "job_mode": "sync"}
            if statement.upper().startswith("SHOW CREATE"):
                answer.update(schema=[{"createtab_stmt": "string"}],
                              rows=[[f"CREATE TABLE {statement.split()[-1]} (`id` INT, `name` STRING) USING parquet"]])
            elif word == "SHOW":
                answer.update(schema=[{"namespace": "string"}], rows=[[name] for name in self.tables])
            elif word in ("DESCRIBE", "DESC"):
                answer.update(schema=[{"col_name": "string"}, {"data_type": "string"}, {"comment": "string"}],
                              rows=[["id", "int", None], ["name", "string", None], ["level", "string", None]])
            return 200, answer
        last = "FAILED" if "fail" in statement else "FINISHED"
        self.sql[job_id] = {"job_id": job_id, "job_type": kind, "queue_name": body.get("queue_name", "default"),
                            "owner": "tenant1", "start_time": now(), "duration": 0, "status": "LAUNCHING",
                            "statement": statement, "database_name": body.get("currentdb", ""), "result_count": 3,
                            "job_mode": "async", "message": "", "ahead": ["LAUNCHING", "RUNNING", last]}
        return 200, {"is_success": True, "message": "", "job_id": job_id, "job_type": kind, "job_mode": "async"}

    def check_sql(self, _values, _query, body):
        statement = body["sql"].strip()
        if not statement or "syntax error" in statement:
            raise Refused(400, "DLI.0004", "The SQL syntax is incorrect: mismatched input 'error' (line 1, pos 7)")
        kind = {"SELECT": "QUERY", "WITH": "QUERY", "INSERT": "INSERT"}.get(statement.split()[0].upper(), "DDL")
        return 200, {"is_success": True, "message": "the sql is ok", "job_type": kind}

    def started_sql(self, kind, statement, **more):
        self.next_id += 1
        job_id = f"208b08d4-0dc2-4dd7-8879-{self.next_id:012d}"
        self.sql[job_id] = {"job_id": job_id, "job_type": kind, "queue_name": "default", "owner": "tenant1",
                            "start_time": now(), "duration": 0, "status": "LAUNCHING", "statement": statement,
                            "database_name": "", "result_count": 3, "job_mode": "async", "message": "",
                            "ahead": ["LAUNCHING", "RUNNING", "FINISHED"], **more}
        return job_id

    def show_sql_job_progress(self, values, _query, _body):
        job = self.sql_job(values)
        done = {"LAUNCHING": 0.0, "RUNNING": 0.5}.get(job["status"], 1.0)
        return 200, {"is_success": True, "message": "", "job_id": job["job_id"], "status": job["status"],
                     "sub_job_id": 0, "progress": done,
                     "sub_jobs": [{**self.samples["show_sql_job_progress"]["sub_jobs"][0], "name": "collect",
                                   "status": job["status"], "num_tasks": 4, "num_completed_tasks": int(done * 4)}]}

    def export_sql_job_result(self, values, _query, body):
        if self.sql_job(values)["status"] != "FINISHED":
            raise Refused(400, "DLI.0001", "Only finished QUERY jobs have a result.")
        return 200, {"is_success": True, "message": "", "job_mode": "async",
                     "job_id": self.started_sql("EXPORT", f"EXPORT TO {body['data_path']}")}

    def transfer_table(self, _values, _query, body):
        self.tables_of(body)
        return 200, {"is_success": True, "message": "", "job_mode": "async",
                     "job_id": self.started_sql("EXPORT", f"TRANSFER {body['table_name']} {body['data_path']}")}

    export_table = import_table = transfer_table

    def preview_table(self, values, query, _body):
        if values["table_name"] not in self.tables_of(values):
            raise Refused(400, "DLI.0002", f"The object {values['table_name']} does not exist.")
        if query.get("mode") == "ASYNC":
            return 200, {"is_success": True, "message": "", "job_mode": "async",
                         "job_id": self.started_sql("QUERY", f"SELECT * FROM {values['table_name']} LIMIT 10")}
        if values["table_name"] == "wide":
            return 200, wide_rows()
        return 200, copy.deepcopy(self.seeds.get("preview_table") or self.samples["preview_table"])

    def show_table(self, values, _query, _body):
        name = values["table_name"]
        if name not in self.tables_of(values):
            raise Refused(400, "DLI.0002", f"The object {name} does not exist.")
        kind = {"view1": "show_table.seed-3", "obs_t": "show_table.seed-2"}.get(name, "show_table.seed")
        table = copy.deepcopy(self.seeds.get(kind.removeprefix("show_table."), self.samples["show_table"]))
        if name == "wide":
            rows = wide_rows()
            table.update(columns=[{"column_name": key, "type": value, "description": "", "is_partition_column": False}
                                  for pair in rows["schema"] for key, value in pair.items()])
        return 200, table

    def sql_job(self, values):
        job = self.sql.get(values["job_id"])
        if not job:
            raise Refused(400, "DLI.0002", f"The job {values['job_id']} does not exist.")
        return job

    def shown_sql(self, job):
        if job["ahead"]:
            job["status"] = job["ahead"].pop(0)
            job["duration"] = now() - job["start_time"]
            if job["status"] == "FAILED":
                job["message"] = json.dumps({"error_code": "DLI.0999", "error_msg": "Division by zero"})
        return {key: value for key, value in job.items() if key != "ahead"}

    def show_sql_job_status(self, values, _query, _body):
        return 200, {"is_success": True, **self.shown_sql(self.sql_job(values))}

    def list_sql_jobs(self, _values, query, _body):
        jobs = sorted(self.sql.values(), key=lambda job: job["job_id"], reverse=True)
        size, page = int(query.get("page-size", 50)), int(query.get("current-page", 1))
        shown = [self.shown_sql(job) for job in jobs[(page - 1) * size:page * size]]
        return 200, {"is_success": True, "message": "", "job_count": len(jobs), "jobs": shown}

    def preview_sql_job_result(self, values, _query, _body):
        job = self.sql_job(values)
        if job["job_type"] != "QUERY" or job["status"] != "FINISHED":
            raise Refused(400, "DLI.0001", "Only finished QUERY jobs have a result.")
        answer = copy.deepcopy(self.samples["preview_sql_job_result"])
        answer["job_id"] = job["job_id"]
        return 200, answer

    def cancel_sql_job(self, values, _query, _body):
        job = self.sql_job(values)
        if job["status"] in ("FINISHED", "FAILED", "CANCELLED"):
            raise Refused(400, "DLI.0001", f"The job is {job['status']} and cannot be cancelled.")
        job["ahead"] = ["CANCELLED"]
        return 200, {"is_success": True, "message": ""}

    # Spark batches: starting, running, and cancelled ones die. No is_success here.

    def create_spark_job(self, _values, _query, body):
        self.next_id += 1
        batch_id = f"178fa687-2e8a-41ed-a439-{self.next_id:012d}"
        batch = copy.deepcopy(self.samples["show_spark_job"])
        batch.update(id=batch_id, state="starting", name=body.get("name", ""), queue=body.get("queue", ""),
                     create_time=now(), update_time=now(), req_body=json.dumps(body))
        self.batches[batch_id] = batch
        return 200, batch

    def batch(self, values):
        batch = self.batches.get(values["batch_id"])
        if not batch:
            raise Refused(400, "DLI.0002", f"The batch {values['batch_id']} does not exist.")
        if batch["state"] == "starting":
            batch["state"] = "running"
        return batch

    def show_spark_job(self, values, _query, _body):
        return 200, self.batch(values)

    def show_spark_job_status(self, values, _query, _body):
        batch = self.batch(values)
        return 200, {"id": batch["id"], "state": batch["state"].capitalize()}

    def list_spark_jobs(self, _values, query, _body):
        start, size = int(query.get("from", 0)), int(query.get("size", 100))
        sessions = list(self.batches.values())
        return 200, {"from": start, "total": len(sessions), "sessions": sessions[start:start + size]}

    def show_spark_job_log(self, values, query, _body):
        lines = ["stdout: ", "stderr: ", "YARN Diagnostics: "]
        start = int(query.get("from", 0))
        return 200, {"id": self.batch(values)["id"], "from": str(start), "total": len(lines), "log": lines[start:]}

    def cancel_spark_job(self, values, _query, _body):
        self.batch(values)["state"] = "dead"
        return 200, {"msg": "deleted"}

    # Queues, tables and connections.

    def list_queues(self, _values, query, _body):
        sample = self.samples["list_queues"]["queues"][0]
        wanted = query.get("queue_type", "sql")
        queues = [{**sample, "queue_name": name, "queue_type": kind, "labels": ["multi_az=2"]}
                  for name, kind in self.queues.items() if wanted in ("all", kind)]
        return 200, {"is_success": "true", "message": "", "queues": queues}

    def create_queue(self, _values, _query, body):
        name = body["queue_name"].lower()
        if name in self.queues:
            raise Refused(400, "DLI.0006", f"The queue {name} exists.")
        self.queues[name] = body.get("queue_type", "sql")
        return 200, {"is_success": True, "message": "", "queue_name": name}

    def delete_queue(self, values, _query, _body):
        if not self.queues.pop(values["queue_name"], None):
            raise Refused(400, "DLI.0002", f"There is no queue named {values['queue_name']}.")
        return 200, {"is_success": True, "message": ""}

    def list_databases(self, _values, _query, _body):
        databases = [{**self.samples["list_databases"]["databases"][0], "database_name": name,
                      "table_number": len(tables)} for name, tables in self.tables.items()]
        return 200, {"is_success": True, "message": "", "database_count": len(databases), "databases": databases}

    def create_database(self, _values, _query, body):
        if body["database_name"] in self.tables:
            raise Refused(400, "DLI.0006", f"The database {body['database_name']} exists.")
        self.tables[body["database_name"]] = []
        return 200, {"is_success": True, "message": ""}

    def tables_of(self, values):
        if values["database_name"] not in self.tables:
            raise Refused(400, "DLI.0002", f"There is no database named {values['database_name']}.")
        return self.tables[values["database_name"]]

    def delete_database(self, values, query, _body):
        if self.tables_of(values) and query.get("cascade") != "true":
            raise Refused(400, "DLI.0001", "The database is not empty.")
        self.tables.pop(values["database_name"])
        if query.get("async") == "true":
            return 200, {"is_success": True, "message": "", "job_type": "DDL", "job_mode": "async",
                         "job_id": self.started_sql("DDL", f"DROP DATABASE {values['database_name']} CASCADE")}
        return 200, {"is_success": True, "message": "", "job_mode": "sync"}

    def list_tables(self, values, query, _body):
        names = self.tables_of(values)
        if query.get("keyword"):
            names = [name for name in names if query["keyword"] in name]
        size, page = int(query.get("page-size", 100)), int(query.get("current-page", 1))
        sample = self.samples["list_tables"]["tables"][0]
        if not 1 <= size <= 100:
            raise Refused(400, "DLI.0001", "page-size must be from 1 to 100.")
        kinds = {"obs_t": {}, "view1": {"table_type": "VIEW", "location": "", "data_location": "VIEW"}}
        managed = {"table_type": "MANAGED", "data_location": "DLI", "location": "", "table_size": 4096}
        tables = [{**sample, "table_name": name, **kinds.get(name, managed)}
                  for name in names[(page - 1) * size:page * size]]
        return 200, {"is_success": True, "message": "", "table_count": len(names), "tables": tables}

    def delete_table(self, values, query, _body):
        if values["table_name"] not in self.tables_of(values):
            raise Refused(400, "DLI.0002", f"The object {values['table_name']} does not exist.")
        self.tables_of(values).remove(values["table_name"])
        # Deleting a table in the background names no job.
        return 200, {"is_success": True, "message": "", "job_mode": "async" if query.get("async") == "true" else "sync"}

    # Enhanced connections: a queue is bound after somebody has looked.

    def create_enhanced_connection(self, _values, _query, body):
        self.next_id += 1
        connection = copy.deepcopy(self.samples["list_enhanced_connections"]["connections"][0])
        connection.update(id=f"32211db9-14c2-4b0f-9f6d-{self.next_id:012d}", name=body["name"], create_time=now(),
                          dest_vpc_id=body["dest_vpc_id"], dest_network_id=body["dest_network_id"],
                          hosts=body.get("hosts", []), elastic_resource_pools=[], routes={})
        connection["available_queue_info"] = [self.binding(name) for name in body.get("queues", [])]
        self.connections[connection["id"]] = connection
        return 201, {"is_success": True, "message": "", "connection_id": connection["id"]}

    def binding(self, name):
        if name == "default":
            raise Refused(400, "DLI.0001", "The default queue cannot be bound.")
        if name not in self.queues:
            raise Refused(400, "DLI.0002", f"There is no queue named {name}.")
        return {"peer_id": "3efffb4f-40e9-455e-8b5a-c7e7d4b2a8b1", "status": "CREATING", "name": name, "err_msg": "",
                "update_time": now()}

    def connection(self, values):
        connection = self.connections.get(values["connection_id"])
        if not connection:
            raise Refused(400, "DLI.0002", f"The connection {values['connection_id']} does not exist.")
        return connection

    @staticmethod
    def shown_connection(connection):
        shown = {key: copy.deepcopy(value) for key, value in connection.items() if key != "routes"}
        for queue in connection["available_queue_info"]:
            queue["status"] = "ACTIVE"
        return shown

    def list_enhanced_connections(self, _values, _query, _body):
        connections = [self.shown_connection(each) for each in self.connections.values()]
        return 200, {"is_success": True, "message": "", "connections": connections, "count": len(connections)}

    def show_enhanced_connection(self, values, _query, _body):
        return 200, {"is_success": True, "message": "", **self.shown_connection(self.connection(values))}

    def update_enhanced_connection(self, values, _query, body):
        self.connection(values)["hosts"] = body["hosts"]
        return 200, {"is_success": True, "message": ""}

    def delete_enhanced_connection(self, values, _query, _body):
        self.connections.pop(self.connection(values)["id"])
        return 200, {"is_success": True, "message": "Deleted"}

    def associate_queue_to_enhanced_connection(self, values, _query, body):
        bound = self.connection(values)["available_queue_info"]
        bound.extend([self.binding(name) for name in body.get("queues", [])])
        return 200, {"is_success": True,
                     "message": "associated peer connection for queues: {%s}." % ",".join(body.get("queues", []))}

    def disassociate_queue_from_enhanced_connection(self, values, _query, body):
        connection = self.connection(values)
        for name in body.get("queues", []):
            if name not in [queue["name"] for queue in connection["available_queue_info"]]:
                raise Refused(400, "DLI.0002", f"The queue {name} is not bound.")
        connection["available_queue_info"] = [queue for queue in connection["available_queue_info"]
                                              if queue["name"] not in body.get("queues", [])]
        return 200, {"is_success": True, "message": ""}

    def create_route_to_enhanced_connection(self, values, _query, body):
        routes = self.connection(values)["routes"]
        if body["name"] in routes:
            raise Refused(400, "DLI.0006", f"The route {body['name']} exists.")
        routes[body["name"]] = body["cidr"]
        return 200, {"is_success": True, "message": ""}

    def delete_route_from_enhanced_connection(self, values, _query, _body):
        if not self.connection(values)["routes"].pop(values["name"], None):
            raise Refused(400, "DLI.0002", f"There is no route named {values['name']}.")
        return 200, {"is_success": True, "message": "Deleted"}

    # Packages: a group is there at once, or after somebody has looked.

    def upload_job_resources(self, _values, _query, body):
        if any(not path.startswith(("obs://", "https://")) for path in body["paths"]):
            raise Refused(400, "DLI.0001", "paths must be addresses in OBS.")
        names = [path.rsplit("/", 1)[-1] for path in body["paths"]]
        status = "UPLOADING" if body.get("is_async") else "READY"
        group = self.groups.setdefault(body["group"], {"group_name": body["group"], "resources": [], "details": [],
                                                       "create_time": now(), "update_time": now(), "owner": "tenant1",
                                                       "is_async": bool(body.get("is_async"))})
        group["status"] = status
        for name in names:
            if name not in group["resources"]:
                group["resources"].append(name)
                group["details"].append({"create_time": now(), "update_time": now(), "resource_type": body["kind"],
                                         "resource_name": name, "status": status, "underlying_name": name,
                                         "owner": "tenant1"})
        return 201, copy.deepcopy(group)

    def list_job_resources(self, _values, query, _body):
        shown = copy.deepcopy(list(self.groups.values()))
        for group in self.groups.values():
            for each in (group, *group["details"]):
                each["status"] = "READY"
        resources = [each for group in shown for each in group["details"]
                     if query.get("kind") in (None, each["resource_type"])]
        return 200, {"total": len(resources), "resources": resources, "modules": [], "groups": shown}

    def package(self, values, query):
        for name, group in self.groups.items():
            for each in group["details"]:
                if each["resource_name"] == values["resource_name"] and query.get("group", name) == name:
                    return group, each
        raise Refused(400, "DLI.0002", f"The package {values['resource_name']} does not exist.")

    def show_job_resource(self, values, query, _body):
        return 200, copy.deepcopy(self.package(values, query)[1])

    def delete_job_resource(self, values, query, _body):
        group, package = self.package(values, query)
        group["details"].remove(package)
        group["resources"].remove(package["resource_name"])
        if not group["details"]:
            self.groups.pop(group["group_name"])
        return 200, {}

    # Elastic resource pools.

    def create_elastic_resource_pool(self, _values, _query, body):
        name = body["elastic_resource_pool_name"]
        if name in self.pools:
            raise Refused(400, "DLI.0006", f"The pool {name} exists.")
        sample = next(iter(self.samples["list_elastic_resource_pools"]["elastic_resource_pools"]))
        self.pools[name] = {**copy.deepcopy(sample), **body, "queues": [], "current_cu": body["min_cu"],
                            "create_time": now(), "status": "AVAILABLE"}
        return 200, {"is_success": True, "message": "", "elastic_resource_pool_name": name}

    def list_elastic_resource_pools(self, _values, _query, _body):
        return 200, {"is_success": True, "message": "", "count": len(self.pools),
                     "elastic_resource_pools": copy.deepcopy(list(self.pools.values()))}

    # Global variables.

    def create_global_variable(self, _values, _query, body):
        if body["var_name"] in self.variables:
            raise Refused(400, "DLI.0006", f"The variable {body['var_name']} exists.")
        self.variables[body["var_name"]] = {"var_value": "", "is_sensitive": False, **body, "user_name": "tenant1",
                                            "create_time": now(), "update_time": now()}
        return 200, {"is_success": True, "message": ""}

    def update_global_variable(self, values, _query, body):
        if values["var_name"] not in self.variables:
            raise Refused(400, "DLI.0002", f"There is no variable named {values['var_name']}.")
        self.variables[values["var_name"]]["var_value"] = body["var_value"]
        return 200, {"is_success": True, "message": ""}

    def delete_global_variable(self, values, _query, _body):
        if not self.variables.pop(values["var_name"], None):
            raise Refused(400, "DLI.0002", f"There is no variable named {values['var_name']}.")
        return 200, {"is_success": True, "message": ""}

    def list_global_variables(self, _values, _query, _body):
        shown = [{**each, "var_value": "***" if each["is_sensitive"] else each["var_value"]}
                 for each in self.variables.values()]
        return 200, {"is_success": True, "message": "", "global_vars": shown, "count": len(shown)}
