# SPDX-License-Identifier: GPL-3.0-or-later
"""What a gateway has beside tasks: files, engines, data sources and their tables, configuration. Calls without a
handler are answered as recorded servers did."""

import json
import os
import re

from refused import Refused, coded

HERE = os.path.dirname(os.path.abspath(__file__))
RECORDED = os.path.join(os.path.dirname(os.path.dirname(HERE)), "data/linkis/1.7.0.jsonl")
ROOT = "file:///var/linkis/"
HIVE = {"dwd": {"orders": (False, [("order_id", "bigint", "the key", 0), ("shop_id", "int", "", 0),
                                   ("amount", "decimal(12,2)", "", 0), ("ds", "string", "the day", 1)]),
                "shops": (False, [("shop_id", "int", "", 0), ("name", "string", "", 0)])},
        "dws": {"revenue_by_shop": (True, [("shop_id", "int", "", 0), ("revenue", "decimal(38,2)", "", 0)])}}
SOURCES = [{"id": 1, "dataSourceName": "shop_mysql", "dataSourceDesc": "orders of the shops", "dataSourceTypeId": 1,
            "createSystem": "Linkis", "createUser": "hadoop", "versionId": 2, "publishedVersionId": 2, "expire": False,
            "labels": "shop", "createTime": 1795377972000, "modifyTime": 1795379118000,
            "connectParams": {"host": "mysql.example", "port": "3306", "username": "reader", "password": "s3cret"},
            "dataSourceType": {"id": "1", "name": "mysql", "description": "mysql Database", "option": "mysql",
                               "classifier": "Relational database", "icon": "", "layers": 2}},
           {"id": 2, "dataSourceName": "old_oracle", "dataSourceDesc": "", "dataSourceTypeId": 2, "expire": True,
            "createSystem": "Linkis", "createUser": "hadoop", "versionId": 1, "createTime": 1795377972000,
            "dataSourceType": {"id": "2", "name": "oracle", "description": "oracle Database", "layers": 2}}]
TABLES = {"shop": {"orders": [("id", "BIGINT", True), ("shop", "VARCHAR", False), ("paid", "DATETIME", False)],
                   "shops": [("id", "INT", True), ("name", "VARCHAR", False)]}}


def recorded_answers(calls):
    """operationId to the data of the first good answer that was recorded for it."""
    found = {}
    if not os.path.exists(RECORDED):
        return found
    with open(RECORDED, encoding="utf-8") as file:
        for line in file:
            exchange = json.loads(line)
            if exchange["status"] != 200 or not exchange["body"].startswith("{"):
                continue
            for verb, pattern, _, call in calls:
                if verb == exchange["method"] and pattern.match(exchange["path"]):
                    envelope = json.loads(exchange["body"])
                    if envelope.get("status") == 0:
                        found.setdefault(call["operationId"], envelope["data"])
    return found


class Services:
    """A part of the gateway: self.tasks, self.traps and self.recorded are its."""

    def __init__(self):
        self.variables = []
        self.settings = {}
        self.files = {ROOT + "hadoop/": {}, ROOT + "hadoop/d1": {}, ROOT + "hadoop/scripts": {},
                      ROOT + "hadoop/d1/t.sql": "select 1;\n-- 中文 comment\nselect 2;\n",
                      ROOT + "hadoop/scripts/daily.hql": "insert overwrite table dws.revenue_by_shop\nselect shop_id, "
                                                         "sum(amount) from dwd.orders group by shop_id;\n",
                      ROOT + "hadoop/scripts/clean.sh": "echo cleaning\n"}
        self.engines_killed = set()
        self.sources = json.loads(json.dumps(SOURCES))

    # Files.

    def check_path(self, user, path):
        if not path:
            raise coded(80004, "the path is empty")
        if "://" not in path:
            raise coded(80025, "the path has no scheme")
        if "../" in path:
            raise coded(80026, "the path holds ../")
        if "refuse-results" in self.traps and "/result/" in path:
            raise coded(80010, f"The user {user} has no permission for the path {path}(用户无权限)")
        if not path.startswith(ROOT):
            raise coded(80010, f"The user {user} has no permission for the path {path}(用户无权限)")

    def children_of(self, path):
        return [known[len(path) + 1:] for known in self.files
                if known.startswith(path + "/") and "/" not in known[len(path) + 1:] and known != path + "/"]

    def filesystem_getUserRootPath(self, user, _values, query, _body):
        if query.get("pathType") == "hdfs":
            raise coded(80012, "there is no HDFS")
        return {"userLocalRootPath": f"{ROOT}{user}/"}

    def filesystem_isExist(self, user, _values, query, _body):
        self.check_path(user, query.get("path"))
        return {"isExist": query["path"] in self.files}

    def filesystem_createNewDir(self, user, _values, _query, body):
        self.check_path(user, body["path"])
        if body["path"] in self.files:
            raise coded(80005, "the folder is there already(目录已存在)")
        self.files[body["path"]] = {}
        return {}

    def filesystem_createNewFile(self, user, _values, _query, body):
        self.check_path(user, body["path"])
        self.files[body["path"]] = ""
        return {}

    def filesystem_rename(self, user, _values, _query, body):
        self.check_path(user, body["newDest"])
        self.files[body["newDest"]] = self.files.pop(body["oldDest"])
        return {}

    def filesystem_saveScript(self, user, _values, _query, body):
        self.check_path(user, body["path"])
        if body["path"] not in self.files:
            raise coded(80013, "the file does not exist(文件不存在)")
        if not isinstance(body["params"], dict):
            raise Refused(1, 400, "ClassCastException")
        self.files[body["path"]] = body["scriptContent"]
        return {}

    def filesystem_deleteDirOrFile(self, user, _values, _query, body):
        self.check_path(user, body["path"])
        if body["path"] not in self.files:
            raise coded(80006, "the file does not exist(文件不存在)")
        for known in [known for known in self.files if known == body["path"] or known.startswith(body["path"] + "/")]:
            del self.files[known]
        return {}

    # Settings.

    def variable_listGlobalVariable(self, *_):
        return {"globalVariables": self.variables}

    def variable_saveGlobalVariable(self, _user, _values, _query, body):
        if any(not each.get("key") or not each.get("value") for each in body["globalVariables"]):
            raise coded(10000, "a key or a value is blank")
        self.variables = [{"keyID": n, "valueID": n, "key": each["key"], "value": each["value"]}
                          for n, each in enumerate(body["globalVariables"])]
        return {}

    def configuration_getCategory(self, *_):
        def page(number, name, engines):
            children = [{"categoryId": number * 10 + n, "labelId": 17, "categoryName": engine, "childCategory": [],
                         "level": 2, "fatherCategoryName": name} for n, engine in enumerate(engines)]
            return {"categoryId": number, "labelId": number, "categoryName": name, "childCategory": children, "level": 1}
        engines = ("spark-3.2.1", "hive-3.1.3", "python-python2", "shell-1", "jdbc-4", "flink-1.16.2")
        return {"Category": [page(1, "全局设置", ()), page(2, "IDE", engines), page(3, "Visualis", ("spark-3.2.1",)),
                             page(4, "desktop", ("spark-3.2.1", "jdbc-4"))]}

    def configuration_getFullTreesByAppName(self, _user, _values, query, _body):
        engine = query.get("engineType") or "*"
        keys = [("wds.linkis.rm.instance", "engines at once", "10", "[1,20]"),
                ("spark.executor.memory", "memory of an executor", "2g", ""),
                ("spark.executor.cores", "cores of an executor", "2", "[1,8]")] if engine == "spark" else \
            [("wds.linkis.rm.instance", "engines at once", "10", "[1,20]")]
        return {"fullTree": [{"name": "resources", "description": None, "settings": [
            {"id": n, "key": key, "name": name, "description": name, "defaultValue": default, "validateRange": allowed,
             "validateType": "None", "configValue": self.settings.get((engine, key), ""), "level": 1, "treeName": "resources",
             "engineType": engine, "hidden": False, "advanced": n == 2, "unit": None}
            for n, (key, name, default, allowed) in enumerate(keys)]}]}

    def configuration_saveFullTree(self, _user, _values, _query, body):
        for tree in body["fullTree"]:
            for setting in tree["settings"]:
                self.settings[(body["engineType"].split("-")[0] or "*", setting["key"])] = setting.get("configValue", "")
        return {}

    # Engines.

    def engine_rows(self):
        if not self.tasks:
            return []
        rows = [("shell", "localhost:36081", "Unlock", "IDE"), ("spark", "localhost:36082", "Busy", "IDE"),
                ("jdbc", "localhost:36083", "Failed", "desktop")]
        return [row for row in rows if row[1] not in self.engines_killed]

    def linkisManager_rm_engines(self, *_):
        rows = [{"usedResource": {"memory": 402653184, "cores": 1, "instances": 1}, "engineType": kind,
                 "preUsedResource": None, "engineStatus": state, "applicationName": "linkis-cg-engineconn",
                 "creator": creator, "engineInstance": instance, "labels": f"hadoop-{creator},{kind}"}
                for kind, instance, state, creator in self.engine_rows()]
        return {"engines": rows} if rows else {}  # without engines there is no such member

    def linkisManager_killEngineConn(self, _user, _values, _query, body):
        if body["instance"] not in {row[1] for row in self.engine_rows()}:
            raise coded(210003, f"The instance {body['instance']} does not exist(实例不存在)")
        self.engines_killed.add(body["instance"])
        return {}

    def linkisManager_rm_enginekill(self, user, values, query, body):
        for each in body:
            self.linkisManager_killEngineConn(user, values, query, {"instance": each["engineInstance"]})
        return {}

    def linkisManager_rm_applicationlist(self, *_):
        return {"applications": [{"creator": "IDE", "applicationList": {
            "usedResource": {"memory": 402653184, "cores": 1, "instances": 1},
            "maxResource": {"memory": 21474836480, "cores": 20, "instances": 10}, "engineInstances": []}}]}

    def linkisManager_rm_queueresources(self, *_):
        return {"queueInfo": {"queuename": "default", "usedPercentage": {"memory": 0.4, "cores": 0.25},
                              "maxResources": {"memory": 107374182400, "cores": 64}}, "userResources": []}

    def linkisManager_ecinfo_get(self, _user, _values, query, _body):
        return {"ecResourceInfoRecord": {"ticketId": query.get("ticketid"), "status": "Success"}}

    def linkisManager_listEMEngines(self, *_):
        return {"engines": []}

    def linkisManager_openEngineLog(self, _user, _values, _query, body):
        instance = body["instance"]
        return {"result": {"logPath": f"/opt/linkis/ecroot/{instance}/stdout", "endLine": 2, "rows": 2,
                           "logs": [f"2026-11-22 20:25:12.025 [INFO ] engine {instance} is up",
                                    "2026-11-22 20:25:13.025 [WARN ] heap is nearly full"]}, "isError": False, "errorMsg": ""}

    # Tables of Hive, and of data sources.

    def datasource_dbs(self, *_):
        return {"dbs": [{"dbName": name} for name in HIVE]}

    def datasource_tables(self, _user, _values, query, _body):
        tables = HIVE.get(query["database"], {})
        return {"tables": [{"tableName": name, "isView": view, "databaseName": query["database"], "createdBy": "hadoop",
                            "createdAt": 1795377972, "lastAccessAt": 0} for name, (view, _) in tables.items()]}

    def datasource_columns(self, _user, _values, query, _body):
        _, columns = HIVE.get(query["database"], {}).get(query["table"], (False, []))
        return {"columns": [{"columnName": name, "columnType": kind, "columnComment": comment, "partitioned": part}
                            for name, kind, comment, part in columns]}

    def datasource_all(self, *_):
        return {"dbs": [{"databaseName": name, "tables": [{"tableName": table} for table in tables]}
                        for name, tables in HIVE.items()]}

    def datasource_partitions(self, *_):
        return {"partitions": {"partitionsNum": 0, "root": []}}

    def source(self, query):
        name = query.get("dataSourceName")
        found = next((each for each in self.sources if each["dataSourceName"] == name), None)
        if not found:
            raise coded(80005, f"The data source {name} does not exist(数据源不存在)")
        if found["expire"]:
            raise coded(99983, f"The data source {name} has expired(数据源已过期)")
        return found

    def metadataQuery_getDatabases(self, _user, _values, query, _body):
        self.source(query)
        return {"dbs": list(TABLES)}

    def metadataQuery_getTables(self, _user, _values, query, _body):
        self.source(query)
        return {"tables": list(TABLES.get(query["database"], {}))}

    def metadataQuery_getColumns(self, _user, _values, query, _body):
        self.source(query)
        return {"columns": [{"index": n, "name": name, "type": kind, "primaryKey": key, "length": 0, "colComment": "",
                             "nullable": not key} for n, (name, kind, key)
                            in enumerate(TABLES.get(query["database"], {}).get(query["table"], []))]}

    def data_source_manager_info(self, *_):
        rows = [{key: value for key, value in each.items() if key != "connectParams"} for each in self.sources]
        return {"queryList": rows, "totalPage": len(rows)}

    def source_by(self, values):
        found = next((each for each in self.sources if str(each["id"]) == values["id"]), None)
        if not found:
            raise coded(80005, "The data source does not exist(数据源不存在)")
        return found

    def data_source_manager_info_get(self, _user, values, _query, _body):
        return {"info": self.source_by(values)}

    def data_source_manager_expire(self, _user, values, _query, _body):
        self.source_by(values)["expire"] = True
        return {"expire": True}

    def data_source_manager_connect(self, _user, values, _query, _body):
        if self.source_by({"id": values.get("id") or values.get("dataSourceId", "")})["expire"]:
            raise coded(99988, "Could not connect: the data source has expired(数据源已过期)")
        return {"ok": True}

    # Who works here.

    def jobhistory_governanceStationAdmin(self, user, *_):
        return {"admin": user == "hadoop", "historyAdmin": user == "hadoop", "deptAdmin": False, "canResultSet": True,
                "errorMsgTip": ""}

    def jobhistory_taskCount(self, user, *_):
        states = [task.state for task in self.tasks.values() if task.user == user]
        return {"sumCount": len(states), "succeedCount": states.count("Succeed"), "failedCount": states.count("Failed"),
                "cancelledCount": states.count("Cancelled")}

    def microservice_allInstance(self, user, *_):
        if user != "hadoop":
            raise Refused(1, 400, "You are not an administrator(您不是管理员)")
        return {"instances": [{"id": n, "applicationName": name, "instance": f"localhost:{9101 + n}", "labels": [],
                               "createTime": 1795380774000, "updateTime": 1795380774000} for n, name in enumerate(
            ("linkis-cg-linkismanager", "linkis-cg-engineconnmanager", "linkis-ps-publicservice", "linkis-cg-entrance"))]}


def number_in(path, pattern):
    match = re.search(pattern, path or "")
    return int(match[1]) if match else -1
