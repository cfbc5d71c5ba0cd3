# SPDX-License-Identifier: GPL-3.0-or-later
"""The configuration and the command line of one Zeta node on one machine."""

import glob
import os
import shutil

from engines.common.ports import HOST

MAIN = "org.apache.seatunnel.engine.server.SeaTunnelServerStarter"

# Upper limits; none is reserved at the start. One node does little: the quick compiler is enough for it.
JVM = ["-Xms64m", "-Xmx768m", "-XX:MaxMetaspaceSize=256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
       "-XX:-UsePerfData"]

# It runs without these too; they keep Hazelcast from warning about reflection.
OPENS = [f"java.base/java.{name}" for name in (
    "lang", "lang.invoke", "lang.reflect", "net", "nio", "io", "util", "util.concurrent", "time")] + [
    "java.base/sun.nio.ch", "java.management/sun.management", "jdk.management/com.sun.management.internal"]
EXPORTS = ["java.base/jdk.internal.ref", "java.security.jgss/sun.security.krb5"]

SEATUNNEL = """\
seatunnel:
  engine:
    backup-count: 1
    queue-type: blockingqueue
    history-job-expire-minutes: 1440
    print-execution-info-interval: 60
    print-job-metrics-info-interval: 60
    slot-service:
      dynamic-slot: true
    checkpoint:
      interval: 3000
      timeout: 60000
      storage:
        type: hdfs
        max-retained: 3
        plugin-config:
          namespace: "{checkpoints}/"
          storage.type: hdfs
          fs.defaultFS: "file:///"
    telemetry:
      metric:
        enabled: true
"""

HAZELCAST = """\
hazelcast:
  cluster-name: "millrace-{port}"
  network:
    rest-api:
      enabled: true
      endpoint-groups:
        CLUSTER_READ:
          enabled: true
        CLUSTER_WRITE:
          enabled: true
        HEALTH_CHECK:
          enabled: true
        DATA:
          enabled: true
    interfaces:
      enabled: true
      interfaces:
        - {host}
    join:
      multicast:
        enabled: false
      tcp-ip:
        enabled: true
        member-list:
          - {host}:{port}
    port:
      auto-increment: false
      port: {port}
  properties:
    hazelcast.logging.type: log4j2
    hazelcast.phone.home.enabled: false
    hazelcast.socket.bind.any: false
    hazelcast.operation.generic.thread.count: 4
"""

LOG4J = """\
# Written at each start; changes are lost.
status = warn
rootLogger.level = info
rootLogger.appenderRef.all.ref = routingAppender
appender.file.type = File
appender.file.name = fileAppender
appender.file.fileName = ${sys:seatunnel.logs.path}/seatunnel.log
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %d{ISO8601} %-5p [%X{ST-JID}] %c{1} [%t] %m%n
appender.routing.type = Routing
appender.routing.name = routingAppender
appender.routing.routes.type = Routes
appender.routing.routes.pattern = $${ctx:ST-JID}
appender.routing.routes.node.type = Route
appender.routing.routes.node.key = $${ctx:ST-JID}
appender.routing.routes.node.ref = fileAppender
appender.routing.routes.job.type = Route
appender.routing.routes.job.file.type = File
appender.routing.routes.job.file.name = job-${ctx:ST-JID}
appender.routing.routes.job.file.fileName = ${sys:seatunnel.logs.path}/job-${ctx:ST-JID}.log
appender.routing.routes.job.file.layout.type = PatternLayout
appender.routing.routes.job.file.layout.pattern = %d{ISO8601} %-5p %c{1} [%t] %m%n
"""


def class_path(distribution):
    """The class path. The parser of seatunnel-config-shade has to hide the plain one of seatunnel-config-base."""
    lib = glob.escape(os.path.join(distribution, "lib"))
    first = sorted(glob.glob(os.path.join(lib, "seatunnel-config-shade-*.jar")))
    return ":".join(first + [path for path in sorted(glob.glob(os.path.join(lib, "*.jar"))) if path not in first])


def command(java, home, distribution):
    """The full command line of the node. Its first option tells whose it is."""
    arguments = [java, home.mark, *JVM, "--add-modules", "java.se"]
    arguments += [f"--add-opens={module}=ALL-UNNAMED" for module in OPENS]
    arguments += [f"--add-exports={module}=ALL-UNNAMED" for module in EXPORTS]
    return arguments + [
        f"-Djava.io.tmpdir={home.tmp}",
        "-Djava.net.preferIPv4Stack=true",
        f"-DSEATUNNEL_HOME={home.path}",
        f"-Dseatunnel.config={home.config}/seatunnel.yaml",
        f"-Dhazelcast.config={home.config}/hazelcast.yaml",
        f"-Dlog4j2.configurationFile={home.config}/log4j2.properties",
        f"-Dseatunnel.logs.path={home.logs}",
        "-cp", class_path(distribution), MAIN]


def environment(base):
    """The environment of the node: nothing of another SeaTunnel or another Java's options."""
    return {key: value for key, value in base.items()
            if not key.startswith("SEATUNNEL_") and key not in ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")}


def write(home, port, distribution, write_file):
    """Writes the configuration of an instance, makes its folders and puts the connectors where the node looks."""
    for folder in (home.config, home.logs, home.tmp, home.checkpoints):
        os.makedirs(folder, exist_ok=True)
    write_file(os.path.join(home.config, "seatunnel.yaml"), SEATUNNEL.format(checkpoints=home.checkpoints))
    write_file(os.path.join(home.config, "hazelcast.yaml"), HAZELCAST.format(host=HOST, port=port))
    write_file(os.path.join(home.config, "log4j2.properties"), LOG4J)
    # The engine does not walk through a link to a folder.
    shutil.rmtree(home.connectors, ignore_errors=True)
    shutil.copytree(os.path.join(distribution, "connectors"), home.connectors, copy_function=_link)


def _link(source, target):
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
