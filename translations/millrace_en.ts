<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>FlinkTest</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
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
</TS>
