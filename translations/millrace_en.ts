<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AddressTest</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DinkyInventory</name>
    <message numerus="yes">
        <source>%n cluster(s) live.</source>
        <translation>
            <numerusform>%n cluster live.</numerusform>
            <numerusform>%n clusters live.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DinkyJobs</name>
    <message numerus="yes">
        <source>The newest %n job(s) are shown.</source>
        <translation>
            <numerusform>The newest %n job are shown.</numerusform>
            <numerusform>The newest %n jobs are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DinkyRows</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DliAnswer</name>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) ahead of the service&apos;s: set it right.</source>
        <translation>
            <numerusform>The clock of this computer is %n minute ahead of the service&apos;s: set it right.</numerusform>
            <numerusform>The clock of this computer is %n minutes ahead of the service&apos;s: set it right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) behind the service&apos;s: set it right.</source>
        <translation>
            <numerusform>The clock of this computer is %n minute behind the service&apos;s: set it right.</numerusform>
            <numerusform>The clock of this computer is %n minutes behind the service&apos;s: set it right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DliCatalog</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DliFlinkJobs</name>
    <message numerus="yes">
        <source>%n job(s) start.</source>
        <translation>
            <numerusform>%n job starts.</numerusform>
            <numerusform>%n jobs start.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) stop.</source>
        <translation>
            <numerusform>%n job stops.</numerusform>
            <numerusform>%n jobs stop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are deleted.</source>
        <translation>
            <numerusform>%n job is deleted.</numerusform>
            <numerusform>%n jobs are deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) in the static graph.</source>
        <translation>
            <numerusform>%n node in the static graph.</numerusform>
            <numerusform>%n nodes in the static graph.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DliInventory</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With all of its %n table(s) and views</source>
        <translation>
            <numerusform>With all of its %n table and views</numerusform>
            <numerusform>With all of its %n tables and views</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>group of %n package(s)</source>
        <translation>
            <numerusform>group of %n package</numerusform>
            <numerusform>group of %n packages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are deleted.</source>
        <translation>
            <numerusform>%n item is deleted.</numerusform>
            <numerusform>%n items are deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s); the service shows at most 1,000.</source>
        <translation>
            <numerusform>%n row; the service shows at most 1,000.</numerusform>
            <numerusform>%n rows; the service shows at most 1,000.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are asked to end.</source>
        <translation>
            <numerusform>%n job is asked to end.</numerusform>
            <numerusform>%n jobs are asked to end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s): done.</source>
        <translation>
            <numerusform>%n item: done.</numerusform>
            <numerusform>%n items: done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlinkCluster</name>
    <message numerus="yes">
        <source>%n jar(s) were deleted.</source>
        <translation>
            <numerusform>%n jar was deleted.</numerusform>
            <numerusform>%n jars were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlinkJobs</name>
    <message numerus="yes">
        <source>The job has %n vertices: only the first 300 show what they do now.</source>
        <translation>
            <numerusform>The job has %n vertex: only the first 300 show what they do now.</numerusform>
            <numerusform>The job has %n vertices: only the first 300 show what they do now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of the list could not be read and are left out.</source>
        <translation>
            <numerusform>%n job of the list could not be read and is left out.</numerusform>
            <numerusform>%n jobs of the list could not be read and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlinkSubmission</name>
    <message numerus="yes">
        <source>The text started %n jobs: %1.</source>
        <translation>
            <numerusform>The text started %n job: %1.</numerusform>
            <numerusform>The text started %n jobs: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlinkTest</name>
    <message numerus="yes">
        <source>%n slot(s)</source>
        <translation>
            <numerusform>%n slot</numerusform>
            <numerusform>%n slots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentBundle</name>
    <message numerus="yes">
        <source>%n further logs were left out.</source>
        <translation>
            <numerusform>%n further log was left out.</numerusform>
            <numerusform>%n further logs were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InventoryDetail</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InventoryModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkisInventory</name>
    <message numerus="yes">
        <source>%n task(s) found.</source>
        <translation>
            <numerusform>%n task found.</numerusform>
            <numerusform>%n tasks found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogsCommand</name>
    <message numerus="yes">
        <source>There are %n logs: choose one with --source; --list names them.</source>
        <translation>
            <numerusform>There is %n log: choose it with --source; --list names it.</numerusform>
            <numerusform>There are %n logs: choose one with --source; --list names them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n logs are called “%1”: put the group before it, as --list has it.</source>
        <translation>
            <numerusform>%n log is called “%1”: put the group before it, as --list has it.</numerusform>
            <numerusform>%n logs are called “%1”: put the group before it, as --list has it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanDiff</name>
    <message numerus="yes">
        <source>The state fits in part: %n operator(s) begin empty or with what other conditions left.</source>
        <translation>
            <numerusform>The state fits in part: %n operator begins empty or with what other conditions left.</numerusform>
            <numerusform>The state fits in part: %n operators begin empty or with what other conditions left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The plans do not tell whether the state of %n operator(s) fits.</source>
        <translation>
            <numerusform>The plans do not tell whether the state of %n operator fits.</numerusform>
            <numerusform>The plans do not tell whether the state of %n operators fits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>State would be lost: that of %n operator(s) does not fit.</source>
        <translation>
            <numerusform>State would be lost: that of %n operator does not fit.</numerusform>
            <numerusform>State would be lost: that of %n operators does not fit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavepointsCommand</name>
    <message numerus="yes">
        <source>%n savepoint(s) were read.</source>
        <translation>
            <numerusform>%n savepoint was read.</numerusform>
            <numerusform>%n savepoints were read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeaTunnelActions</name>
    <message numerus="yes">
        <source>%n job(s) were stopped.</source>
        <translation>
            <numerusform>%n job was stopped.</numerusform>
            <numerusform>%n jobs were stopped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeaTunnelJobs</name>
    <message numerus="yes">
        <source>The engine runs this graph as %n pipeline(s), with a copy of a vertex in each that needs it; here every vertex stands once.</source>
        <translation>
            <numerusform>The engine runs this graph as %n pipeline; here every vertex stands once.</numerusform>
            <numerusform>The engine runs this graph as %n pipelines, with a copy of a vertex in each that needs it; here every vertex stands once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The engine runs this graph as %n pipeline(s).</source>
        <translation>
            <numerusform>The engine runs this graph as %n pipeline.</numerusform>
            <numerusform>The engine runs this graph as %n pipelines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of the server&apos;s list could not be read as jobs.</source>
        <translation>
            <numerusform>%n entry of the server&apos;s list could not be read as a job.</numerusform>
            <numerusform>%n entries of the server&apos;s list could not be read as jobs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeaTunnelSubmission</name>
    <message numerus="yes">
        <source>%n job(s) of the list run.</source>
        <translation>
            <numerusform>%n job of the list runs.</numerusform>
            <numerusform>%n jobs of the list run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Started %n job(s): %1</source>
        <translation>
            <numerusform>Started %n job: %1</numerusform>
            <numerusform>Started %n jobs: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeaTunnelTest</name>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateAdviceView</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::ActivityBar</name>
    <message numerus="yes">
        <source>%n need a look</source>
        <translation>
            <numerusform>%n needs a look</numerusform>
            <numerusform>%n need a look</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::ApiConsolePage</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::ConnectionPage</name>
    <message numerus="yes">
        <source>%n fields need a change</source>
        <translation>
            <numerusform>%n field needs a change</numerusform>
            <numerusform>%n fields need a change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields are still empty</source>
        <translation>
            <numerusform>%n field is still empty</numerusform>
            <numerusform>%n fields are still empty</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::EditorController</name>
    <message numerus="yes">
        <source>%n statement(s) still run in %1.</source>
        <translation>
            <numerusform>%n statement still runs in %1.</numerusform>
            <numerusform>%n statements still run in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) still run.</source>
        <translation>
            <numerusform>%n statement still runs.</numerusform>
            <numerusform>%n statements still run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::ExceptionsTab</name>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::FileShelf</name>
    <message numerus="yes">
        <source>%n files in %1</source>
        <translation>
            <numerusform>%n file in %1</numerusform>
            <numerusform>%n files in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::FindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::FlameTab</name>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::FlameView</name>
    <message numerus="yes">
        <source>%1: %2 %, %n samples</source>
        <translation>
            <numerusform>%1: %2 %, %n sample</numerusform>
            <numerusform>%1: %2 %, %n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::FreshnessStrip</name>
    <message numerus="yes">
        <source>%1 of %n jobs</source>
        <translation>
            <numerusform>%1 of %n job</numerusform>
            <numerusform>%1 of %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more connection(s)</source>
        <translation>
            <numerusform>%n more connection</numerusform>
            <numerusform>%n more connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::GraphFold</name>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps upstream</source>
        <translation>
            <numerusform>%n step upstream</numerusform>
            <numerusform>%n steps upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps downstream</source>
        <translation>
            <numerusform>%n step downstream</numerusform>
            <numerusform>%n steps downstream</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::GraphView</name>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::InventoryPage</name>
    <message numerus="yes">
        <source>None of the %n item(s) fits the filter.</source>
        <translation>
            <numerusform>The only item does not fit the filter.</numerusform>
            <numerusform>None of the %n items fits the filter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::JobActionSheet</name>
    <message numerus="yes">
        <source>Savepoints of %n jobs</source>
        <translation>
            <numerusform>Savepoint of %n job</numerusform>
            <numerusform>Savepoints of %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n jobs</source>
        <translation>
            <numerusform>Stop %n job</numerusform>
            <numerusform>Stop %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dispose of %n savepoints</source>
        <translation>
            <numerusform>Dispose of %n savepoint</numerusform>
            <numerusform>Dispose of %n savepoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n savepoint(s)</source>
        <translation>
            <numerusform>Take %n savepoint</numerusform>
            <numerusform>Take %n savepoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n job(s)</source>
        <translation>
            <numerusform>Stop %n job</numerusform>
            <numerusform>Stop %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dispose of %n savepoint(s)</source>
        <translation>
            <numerusform>Dispose of %n savepoint</numerusform>
            <numerusform>Dispose of %n savepoints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::JobFilterBar</name>
    <message numerus="yes">
        <source>%n states</source>
        <translation>
            <numerusform>%n state</numerusform>
            <numerusform>%n states</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::JobsController</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n failing</numerusform>
            <numerusform>%n failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restarting</source>
        <translation>
            <numerusform>%n restarting</numerusform>
            <numerusform>%n restarting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>%n stale</numerusform>
            <numerusform>%n stale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::JobsPage</name>
    <message numerus="yes">
        <source>None of the %n jobs fits the filter.</source>
        <translation>
            <numerusform>The only job does not fit the filter.</numerusform>
            <numerusform>None of the %n jobs fits the filter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::MetricsTab</name>
    <message numerus="yes">
        <source>%n metrics</source>
        <translation>
            <numerusform>%n metric</numerusform>
            <numerusform>%n metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::OperationsIndicator</name>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::ProblemsView</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stack, %n line(s)</source>
        <translation>
            <numerusform>Stack, %n line</numerusform>
            <numerusform>Stack, %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::RebalancesPage</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::RecordPanel</name>
    <message numerus="yes">
        <source>%1 change(s)</source>
        <translation>
            <numerusform>%1 change</numerusform>
            <numerusform>%1 changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::ResultPage</name>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) take back a row that never came, so the table may differ from the server&apos;s. The changelog shows them all.</source>
        <translation>
            <numerusform>%n change takes back a row that never came, so the table may differ from the server&apos;s. The changelog shows it.</numerusform>
            <numerusform>%n changes take back a row that never came, so the table may differ from the server&apos;s. The changelog shows them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) are on the clipboard.</source>
        <translation>
            <numerusform>%1 row is on the clipboard.</numerusform>
            <numerusform>%1 rows are on the clipboard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::SavepointsController</name>
    <message numerus="yes">
        <source>Forget %n entries of the ledger?</source>
        <translation>
            <numerusform>Forget %n entry of the ledger?</numerusform>
            <numerusform>Forget %n entries of the ledger?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were read.</source>
        <translation>
            <numerusform>%n entry was read.</numerusform>
            <numerusform>%n entries were read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::SavepointsPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::ScriptTab</name>
    <message numerus="yes">
        <source>running %1 · %n row(s)</source>
        <translation>
            <numerusform>running %1 · %n row</numerusform>
            <numerusform>running %1 · %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::StatementList</name>
    <message numerus="yes">
        <source>%n in this script</source>
        <translation>
            <numerusform>%n in this script</numerusform>
            <numerusform>%n in this script</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::StatusBar</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 change(s)</source>
        <translation>
            <numerusform>%1 change</numerusform>
            <numerusform>%1 changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new notification(s)</source>
        <translation>
            <numerusform>%n new notification</numerusform>
            <numerusform>%n new notifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::TestPanel</name>
    <message numerus="yes">
        <source>Show the %n calls</source>
        <translation>
            <numerusform>Show the call</numerusform>
            <numerusform>Show the %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::VertexPanel</name>
    <message numerus="yes">
        <source>%n subtasks</source>
        <translation>
            <numerusform>%n subtask</numerusform>
            <numerusform>%n subtasks</numerusform>
        </translation>
    </message>
</context>
</TS>
