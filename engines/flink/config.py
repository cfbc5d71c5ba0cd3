# SPDX-License-Identifier: GPL-3.0-or-later
"""The configuration and the command lines of a small Flink on one machine."""

import glob
import json
import os

from engines.common.ports import HOST

NAMES = ("jobmanager", "taskmanager", "gateway")
SLOTS = 8

# What Flink's own config.yaml lists under env.java.opts.all for Java 17.
EXPORTS = ["java.rmi/sun.rmi.registry", "java.security.jgss/sun.security.krb5"] + [
    f"jdk.compiler/com.sun.tools.javac.{name}" for name in ("api", "file", "parser", "tree", "util")]
OPENS = [f"java.base/java.{name}" for name in (
    "lang", "net", "io", "nio", "lang.reflect", "text", "time", "util", "util.concurrent",
    "util.concurrent.atomic", "util.concurrent.locks")] + ["java.base/sun.nio.ch"]

# Upper limits; none is reserved at the start. The serial collector keeps three JVMs small on a small machine. The
# JobManager does little, so it stops at the quick compiler; the other two carry the rows and need the good one.
JVM = {
    "jobmanager": ["-Xms48m", "-Xmx512m", "-XX:MaxMetaspaceSize=256m", "-XX:TieredStopAtLevel=1"],
    "taskmanager": ["-Xms64m", "-Xmx640m", "-XX:MaxDirectMemorySize=256m", "-XX:MaxMetaspaceSize=384m"],
    "gateway": ["-Xms64m", "-Xmx768m"],
}
MAIN = {
    "jobmanager": "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
    "taskmanager": "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
    "gateway": "org.apache.flink.table.gateway.SqlGateway",
}

# Without Flink's start scripts the TaskManager wants every pool by name. Heap: 512 + 128 = its -Xmx; direct memory:
# 64 + 64 + 96 fits below its -XX:MaxDirectMemorySize; managed memory is taken only when a job uses it.
TASK_MANAGER_MEMORY = {
    "taskmanager.cpu.cores": "2.0",
    "taskmanager.memory.task.heap.size": "512m",
    "taskmanager.memory.framework.heap.size": "128m",
    "taskmanager.memory.task.off-heap.size": "64m",
    "taskmanager.memory.framework.off-heap.size": "64m",
    "taskmanager.memory.network.min": "96m",
    "taskmanager.memory.network.max": "96m",
    "taskmanager.memory.managed.size": "512m",
    "taskmanager.memory.jvm-metaspace.size": "384m",
    "taskmanager.memory.jvm-overhead.min": "192m",
    "taskmanager.memory.jvm-overhead.max": "192m",
    "external-resources": "none",
}

LOG4J = """\
# Written at each start; changes are lost.
monitorInterval = 30
rootLogger.level = INFO
rootLogger.appenderRef.file.ref = File
logger.pekko.name = org.apache.pekko
logger.pekko.level = WARN
logger.netty.name = org.apache.flink.shaded.netty4.io.netty.channel.DefaultChannelPipeline
logger.netty.level = ERROR
appender.file.name = File
appender.file.type = RollingFile
appender.file.append = true
appender.file.fileName = ${sys:log.file}
appender.file.filePattern = ${sys:log.file}.%i
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n
appender.file.policies.type = Policies
appender.file.policies.size.type = SizeBasedTriggeringPolicy
appender.file.policies.size.size = 20MB
appender.file.strategy.type = DefaultRolloverStrategy
appender.file.strategy.max = 3
"""


def settings(home, ports):
    """All settings of an instance. Ports: rest, rpc and gateway.

    No rest.bind-port here: the gateway reads the same file and would bind the JobManager's port.
    """
    values = {
        "jobmanager.rpc.address": HOST,
        "jobmanager.rpc.port": ports["rpc"],
        "jobmanager.bind-host": HOST,
        "taskmanager.host": HOST,
        "taskmanager.bind-host": HOST,
        "rest.address": HOST,
        "rest.bind-address": HOST,
        "rest.port": ports["rest"],
        "rest.flamegraph.enabled": True,
        "sql-gateway.endpoint.rest.address": HOST,
        "sql-gateway.endpoint.rest.bind-address": HOST,
        "sql-gateway.endpoint.rest.port": ports["gateway"],
        "taskmanager.numberOfTaskSlots": SLOTS,
        "parallelism.default": 1,
        "io.tmp.dirs": home.tmp,
        "web.tmpdir": home.tmp,
        "web.submit.enable": True,
        "web.cancel.enable": True,
        "execution.checkpointing.dir": "file://" + home.checkpoints,
        "execution.checkpointing.savepoint-dir": "file://" + home.savepoints,
        "execution.checkpointing.externalized-checkpoint-retention": "RETAIN_ON_CANCELLATION",
    }
    values.update(TASK_MANAGER_MEMORY)
    return values


def yaml(values):
    """Flat keys with JSON values, which are YAML as well: no quoting rule of YAML's own can bite."""
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in sorted(values.items()))


def class_path(name, release, distribution):
    """The class path of a process; the gateway also needs its own jar and that of Python functions."""
    jars = sorted(glob.glob(os.path.join(glob.escape(distribution), "lib", "*.jar")))
    if name == "gateway":
        jars.append(os.path.join(distribution, "opt", release.gateway_jar))
        jars += glob.glob(os.path.join(glob.escape(distribution), "opt", "flink-python-*.jar"))
    return ":".join(jars)


def command(name, java, release, home, distribution, ports):
    """The full command line of a process. The first options tell whose it is."""
    arguments = [java, home.mark, f"-Dmillrace.process={name}", "-XX:+UseSerialGC", "-XX:-UsePerfData", *JVM[name]]
    arguments += [f"--add-exports={module}=ALL-UNNAMED" for module in EXPORTS]
    arguments += [f"--add-opens={module}=ALL-UNNAMED" for module in OPENS]
    arguments += [
        f"-Djava.io.tmpdir={home.tmp}",
        "-Djava.net.preferIPv4Stack=true",
        f"-Dlog.file={home.log(name)}",
        f"-Dlog4j.configuration=file:{home.conf}/log4j.properties",
        f"-Dlog4j.configurationFile=file:{home.conf}/log4j.properties",
        "-cp", class_path(name, release, distribution), MAIN[name]]
    if name == "gateway":
        return arguments + [f"-Dsql-gateway.endpoint.rest.address={HOST}",
                            f"-Dsql-gateway.endpoint.rest.port={ports['gateway']}"]
    return arguments + ["--configDir", home.conf]


def sql_client_command(java, release, distribution, gateway, script):
    """The command line of Flink's own SQL client, in a gateway's session; to compare with. Wants environment()."""
    jars = class_path("gateway", release, distribution).split(":")
    jars.append(os.path.join(distribution, "opt", f"flink-sql-client-{release.version}.jar"))
    arguments = [java]
    arguments += [f"--add-exports={module}=ALL-UNNAMED" for module in EXPORTS]
    arguments += [f"--add-opens={module}=ALL-UNNAMED" for module in OPENS]
    return arguments + ["-cp", ":".join(jars), "org.apache.flink.table.client.SqlClient", "gateway",
                        "--endpoint", gateway, "-f", script]


def environment(base, home, distribution):
    """The environment of the processes: the gateway finds its configuration and jars by it."""
    result = {key: value for key, value in base.items()
              if not key.startswith("FLINK_") and key not in ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")}
    result.update({
        "FLINK_CONF_DIR": home.conf,
        "FLINK_LIB_DIR": os.path.join(distribution, "lib"),
        "FLINK_OPT_DIR": os.path.join(distribution, "opt"),
        "FLINK_PLUGINS_DIR": os.path.join(distribution, "plugins"),
    })
    return result


def write(home, ports, write_file):
    """Writes the configuration files of an instance and makes its folders."""
    logs = [os.path.dirname(home.log(name)) for name in NAMES]
    for folder in (home.conf, *logs, home.tmp, home.checkpoints, home.savepoints):
        os.makedirs(folder, exist_ok=True)
    write_file(os.path.join(home.conf, "config.yaml"), yaml(settings(home, ports)))
    write_file(os.path.join(home.conf, "log4j.properties"), LOG4J)
