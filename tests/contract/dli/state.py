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


def now():
    return int(time.time() * 1000)


class Service:
    """Answers calls: those with state from the state, all others with the sample that the real library accepts."""

    def __init__(self, samples):
        self.samples = samples
        self.lock = threading.Lock()
        self.flink = {}
        self.sql = {}
        self.batches = {}
        self.queues = {"default": "sql", "queue1": "general"}
        self.connections = {}
        self.tables = {"db1": ["t1", "obs_t", "表 1"]}
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
                   ahead=[])
        self.flink[str(self.next_id)] = job
        return 200, {"is_success": "true", "message": "", "job": {"job_id": self.next_id, "status_name": "job_init",
                                                                    "status_desc": ""}}

    create_flink_jar_job = create_flink_sql_job

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
            if word == "SHOW":
                answer.update(schema=[{"namespace": "string"}], rows=[[name] for name in self.tables])
            return 200, answer
        last = "FAILED" if "fail" in statement else "FINISHED"
        self.sql[job_id] = {"job_id": job_id, "job_type": kind, "queue_name": body.get("queue_name", "default"),
                            "owner": "tenant1", "start_time": now(), "duration": 0, "status": "LAUNCHING",
                            "statement": statement, "database_name": body.get("currentdb", ""), "result_count": 3,
                            "job_mode": "async", "message": "", "ahead": ["LAUNCHING", "RUNNING", last]}
        return 200, {"is_success": True, "message": "", "job_id": job_id, "job_type": kind, "job_mode": "async"}

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
            return 200, {"is_success": True, "message": "", "job_id": "208b08d4-0dc2-4dd7-8879-ddd4c020d7aa",
                         "job_type": "DDL", "job_mode": "async"}
        return 200, {"is_success": True, "message": "", "job_mode": "sync"}

    def list_tables(self, values, query, _body):
        names = self.tables_of(values)
        size, page = int(query.get("page-size", 100)), int(query.get("current-page", 1))
        sample = self.samples["list_tables"]["tables"][0]
        tables = [{**sample, "table_name": name} for name in names[(page - 1) * size:page * size]]
        return 200, {"is_success": True, "message": "", "table_count": len(names), "tables": tables}

    def delete_table(self, values, _query, _body):
        if values["table_name"] not in self.tables_of(values):
            raise Refused(400, "DLI.0002", f"The object {values['table_name']} does not exist.")
        self.tables_of(values).remove(values["table_name"])
        return 200, {"is_success": True, "message": "", "job_mode": "sync"}

    def create_enhanced_connection(self, _values, _query, body):
        self.next_id += 1
        connection = copy.deepcopy(self.samples["list_enhanced_connections"]["connections"][0])
        connection.update(id=f"c-{self.next_id}", name=body["name"], available_queue_info=[])
        self.connections[connection["id"]] = connection
        return 201, {"is_success": True, "message": "", "connection_id": connection["id"]}

    def list_enhanced_connections(self, _values, _query, _body):
        connections = list(self.connections.values())
        return 200, {"is_success": True, "message": "", "connections": connections, "count": len(connections)}
