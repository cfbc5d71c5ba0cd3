# SPDX-License-Identifier: GPL-3.0-or-later
"""Huawei's own client library on our contract server: what it signs must be right to the server, and what the server
answers must be readable to it. So the server is not only our own idea of the service.

The library comes from the Python package index.
"""

import json
import os
import sys
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests/contract"))
sys.path.insert(0, os.path.join(ROOT, "tests/contract/dli"))
from pythonclient import folder_with  # noqa: E402
from running import RunningService, recorded_requests  # noqa: E402

sys.path.insert(0, folder_with("huaweicloudsdkdli==3.1.219", "huaweicloudsdkcore==3.1.219"))
import huaweicloudsdkdli.v1 as sdk  # noqa: E402
from huaweicloudsdkcore.auth.credentials import BasicCredentials  # noqa: E402
from huaweicloudsdkcore.exceptions.exceptions import ServiceResponseException  # noqa: E402


def client_for(info, secret=None):
    credentials = BasicCredentials(info["accessKey"], secret or info["secretKey"], info["project"])
    return sdk.DliClient.new_builder().with_credentials(credentials).with_endpoint(info["url"]).build()


def request_for(operation, parameters):
    request = getattr(sdk, "".join(word.capitalize() for word in operation.split("_")) + "Request")()
    for name, value in parameters.items():
        setattr(request, name, value)
    return request


class Library(unittest.TestCase):
    def test_every_operation(self):
        done, refused = set(), {}
        with RunningService() as service:
            client = client_for(service.info)
            for recorded in recorded_requests():
                operation = recorded["operation"]
                if recorded["variant"] != "minimal" or not hasattr(client, operation):
                    continue
                parameters = dict(recorded["parameters"])
                if "body" in parameters and recorded["request"]["body"]:
                    parameters["body"] = json.loads(recorded["request"]["body"])
                try:
                    getattr(client, operation)(request_for(operation, parameters))
                except ServiceResponseException as error:
                    # A job that is not there is a good answer to a call for it; a wrong signature is none.
                    refused[operation] = f"{error.status_code} {error.error_code} {error.error_msg}"
                done.add(operation)
        self.assertEqual(len(done), 152)
        bad = {name: why for name, why in refused.items()
               if not ("does not exist" in why or "There is no" in why or "exists" in why or "not empty" in why)}
        self.assertEqual(bad, {})

    def test_life_of_a_flink_job(self):
        with RunningService() as service:
            client = client_for(service.info)
            made = client.create_flink_sql_job(request_for("create_flink_sql_job", {
                "body": {"name": "a", "sql_body": "INSERT INTO b SELECT * FROM c"}}))
            number = made.job.job_id
            client.batch_run_flink_jobs(request_for("batch_run_flink_jobs", {"body": {"job_ids": [number]}}))
            states = [client.show_flink_job(request_for("show_flink_job", {"job_id": number})).job_detail.status
                      for _ in range(3)]
            self.assertEqual(states, ["job_submitting", "job_running", "job_running"])
            client.batch_stop_flink_jobs(request_for("batch_stop_flink_jobs", {
                "body": {"job_ids": [number], "trigger_savepoint": True}}))
            for _ in range(3):
                detail = client.show_flink_job(request_for("show_flink_job", {"job_id": number})).job_detail
            self.assertEqual(detail.status, "job_cancel_success")
            self.assertIn(str(number), detail.savepoint_path)

    def test_wrong_secret(self):
        with RunningService() as service, self.assertRaises(ServiceResponseException) as raised:
            client_for(service.info, "wrong").list_queues(request_for("list_queues", {}))
        self.assertEqual(raised.exception.error_code, "APIGW.0301")


if __name__ == "__main__":
    unittest.main(warnings="ignore")
