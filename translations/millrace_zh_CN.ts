<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New script</source>
        <translation>新建脚本(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>关闭标签页(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>R&amp;eplace</source>
        <translation>替换(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Comment or uncomment</source>
        <translation>注释或取消注释(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;mplete</source>
        <translation>补全(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Previous statement</source>
        <translation>上一条语句(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next statement</source>
        <translation>下一条语句(&amp;N)</translation>
    </message>
    <message>
        <source>Next pro&amp;blem</source>
        <translation>下一个问题(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Catalog</source>
        <translation>目录(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;onnections</source>
        <translation>连接(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>结果(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Value of the row</source>
        <translation>行的值(&amp;V)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>缩小(&amp;U)</translation>
    </message>
    <message>
        <source>Zoom to &amp;100 %</source>
        <translation>缩放到 &amp;100%</translation>
    </message>
    <message>
        <source>Theme of the &amp;desktop</source>
        <translation>跟随桌面主题(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>浅色主题(&amp;L)</translation>
    </message>
    <message>
        <source>Dar&amp;k theme</source>
        <translation>深色主题(&amp;K)</translation>
    </message>
    <message>
        <source>High c&amp;ontrast theme</source>
        <translation>高对比度主题(&amp;O)</translation>
    </message>
    <message>
        <source>Run &amp;statement</source>
        <translation>运行语句(&amp;S)</translation>
    </message>
    <message>
        <source>Run s&amp;cript</source>
        <translation>运行脚本(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Pause or resume the rows</source>
        <translation>暂停或继续接收显示(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>新建会话(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Add a connection</source>
        <translation>添加连接(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Start a local Flink</source>
        <translation>启动本地 Flink(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top the local Flink</source>
        <translation>停止本地 Flink(&amp;T)</translation>
    </message>
    <message>
        <source>All &amp;actions</source>
        <translation>所有操作(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>示例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;About Millrace</source>
        <translation>关于 Millrace(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Logs</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>作业(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Savepoints</source>
        <translation>Savepoint(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Explain statement</source>
        <translation>解释语句(&amp;E)</translation>
    </message>
    <message>
        <source>Explain scr&amp;ipt</source>
        <translation>解释脚本(&amp;I)</translation>
    </message>
    <message>
        <source>Compare p&amp;lans…</source>
        <translation>比较计划(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Open the job</source>
        <translation>打开作业(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Watch the job</source>
        <translation>关注作业(&amp;W)</translation>
    </message>
    <message>
        <source>Take a &amp;savepoint…</source>
        <translation>创建 Savepoint(&amp;S)…</translation>
    </message>
    <message>
        <source>S&amp;top…</source>
        <translation>停止(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Restart from a savepoint…</source>
        <translation>从 Savepoint 重启(&amp;R)…</translation>
    </message>
    <message>
        <source>Ask all connections &amp;now</source>
        <translation>立即查询所有连接(&amp;N)</translation>
    </message>
    <message>
        <source>Open &amp;log files…</source>
        <translation>打开日志文件(&amp;L)…</translation>
    </message>
    <message>
        <source>Kafka &amp;rebalances</source>
        <translation>Kafka 重平衡(&amp;R)</translation>
    </message>
    <message>
        <source>A&amp;PI console</source>
        <translation>API 控制台(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;ervers</source>
        <translation>服务器(&amp;E)</translation>
    </message>
    <message>
        <source>Submit as a &amp;job…</source>
        <translation>作为作业提交(&amp;J)…</translation>
    </message>
    <message>
        <source>Session &amp;options…</source>
        <translation>会话选项(&amp;O)…</translation>
    </message>
    <message>
        <source>New from &amp;template…</source>
        <translation>从模板新建(&amp;T)…</translation>
    </message>
    <message>
        <source>Start a local S&amp;eaTunnel</source>
        <translation>启动本地 SeaTunnel(&amp;E)</translation>
    </message>
    <message>
        <source>Stop the local SeaT&amp;unnel</source>
        <translation>停止本地 SeaTunnel(&amp;U)</translation>
    </message>
</context>
<context>
    <name>AddressTest</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Find %1</source>
        <translation>解析 %1</translation>
    </message>
    <message>
        <source>Connect to port %1</source>
        <translation>连接端口 %1</translation>
    </message>
    <message>
        <source>left to the proxy</source>
        <translation>由代理完成</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>%1, trusted by %2</source>
        <translation>%1，由 %2 信任</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>the certificate of the server ends in %1, on %2</source>
        <translation>服务器证书将在 %1后到期（%2）</translation>
    </message>
    <message>
        <source>your certificate ends in %1, on %2</source>
        <translation>您的证书将在 %1后到期（%2）</translation>
    </message>
</context>
<context>
    <name>ApiDescription</name>
    <message>
        <source>The description of the calls is no JSON: %1 at byte %2.</source>
        <translation>调用的说明不是 JSON：第 %2 字节处 %1。</translation>
    </message>
    <message>
        <source>The description of the calls has no paths.</source>
        <translation>调用的说明中没有 paths。</translation>
    </message>
    <message>
        <source>The call %1 has no operationId.</source>
        <translation>调用 %1 没有 operationId。</translation>
    </message>
    <message>
        <source>%1 needs the parameter %2.</source>
        <translation>%1 需要参数 %2。</translation>
    </message>
    <message>
        <source>%1 takes the parameter %2 only once.</source>
        <translation>%1 的参数 %2 只能给出一次。</translation>
    </message>
    <message>
        <source>The parameter %1 is a header, which is one line.</source>
        <translation>参数 %1 是请求头，只能有一行。</translation>
    </message>
    <message>
        <source>%1 needs a value for the parameter %2.</source>
        <translation>%1 的参数 %2 需要有值。</translation>
    </message>
    <message>
        <source>The parameter %1 cannot be “%2”: in an address that leads to another place.</source>
        <translation>参数 %1 不能是“%2”：放在地址中会指向其他位置。</translation>
    </message>
    <message>
        <source>%1 takes no parameters, also not %2.</source>
        <translation>%1 没有参数，也不接受 %2。</translation>
    </message>
    <message>
        <source>%1 has no parameter %2. It takes: %3.</source>
        <translation>%1 没有参数 %2。可用的参数：%3。</translation>
    </message>
    <message>
        <source>%1 needs a body.</source>
        <translation>%1 需要请求体。</translation>
    </message>
    <message>
        <source>%1 takes no body.</source>
        <translation>%1 不接受请求体。</translation>
    </message>
    <message>
        <source>The body of %1 is made of its parameters: %2.</source>
        <translation>%1 的请求体由其参数组成：%2。</translation>
    </message>
</context>
<context>
    <name>ApiForm</name>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询参数</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>%1 is a whole number, not “%2”.</source>
        <translation>%1 须为整数，不能是“%2”。</translation>
    </message>
    <message>
        <source>One value in each line.</source>
        <translation>每行一个值。</translation>
    </message>
    <message>
        <source>Possible values: %1.</source>
        <translation>可选值：%1。</translation>
    </message>
    <message>
        <source>(not sent)</source>
        <translation>（不发送）</translation>
    </message>
    <message>
        <source>%1 is missing: fill it in.</source>
        <translation>缺少“%1”：请填写。</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>例如 %1</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>Prints this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Try “millrace %1 --help”.</source>
        <translation>请试试“millrace %1 --help”。</translation>
    </message>
    <message>
        <source>--%1 cannot be “%2”; it is one of %3.</source>
        <translation>--%1 不能是“%2”，只能是以下之一：%3。</translation>
    </message>
    <message>
        <source>--%1 needs a whole number above zero, not “%2”.</source>
        <translation>--%1 需要大于零的整数，不能是“%2”。</translation>
    </message>
</context>
<context>
    <name>Backpressure</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 is the brake: it is busy %2 of the time, and %3 waits for it %4 of the time.</source>
        <translation>瓶颈是 %1：它有 %2 的时间处于繁忙，%3 有 %4 的时间在等待它。</translation>
    </message>
</context>
<context>
    <name>CallCommand</name>
    <message>
        <source>SYSTEM</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>OPERATION</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>VERSION</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>METHOD</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>PARAMETERS</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>SUMMARY</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>A parameter is NAME=VALUE, not “%1”.</source>
        <translation>参数须写成 NAME=VALUE，不能是“%1”。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>There is no call %1 in %2 as this server speaks it.</source>
        <translation>此服务器支持的 %2 中没有调用 %1。</translation>
    </message>
    <message>
        <source>&lt; HTTP %1 in %2 ms</source>
        <translation>&lt; HTTP %1，用时 %2 ms</translation>
    </message>
    <message>
        <source>%1 takes no calls.</source>
        <translation>%1 不接受调用。</translation>
    </message>
    <message>
        <source>There is no call “%1”; “millrace call --list” names all.</source>
        <translation>没有调用“%1”；用“millrace call --list”查看全部调用。</translation>
    </message>
    <message>
        <source>The connection %1 is read-only: it sends no %2.</source>
        <translation>连接 %1 为只读：不会发送 %2。</translation>
    </message>
    <message>
        <source>Sends a documented call of a system and prints the body of the answer as it came.
Exit status: 0 for an answer of 200 to 299, 1 for another one, 2 wrong usage, 3 no answer, 130 cancelled.</source>
        <translation>向系统发送一个有文档的调用，并原样打印应答内容。
退出状态：0 应答为 200 到 299，1 其他应答，2 用法错误，3 无应答，130 已取消。</translation>
    </message>
    <message>
        <source>The call, as --list names it.</source>
        <translation>要发送的调用，名称与 --list 所列一致。</translation>
    </message>
    <message>
        <source>Parameters; of files the path.</source>
        <translation>参数；文件类参数给出路径。</translation>
    </message>
    <message>
        <source>The file that is sent as the body; - is stdin.</source>
        <translation>作为请求体发送的文件；- 表示标准输入。</translation>
    </message>
    <message>
        <source>Prints the request and the status on stderr.</source>
        <translation>将请求和状态打印到 stderr。</translation>
    </message>
    <message>
        <source>Prints all calls, with --system those of one.</source>
        <translation>列出所有调用；与 --system 同用时只列出该系统的调用。</translation>
    </message>
    <message>
        <source>Of --list: table or json.</source>
        <translation>用于 --list：table 或 json。</translation>
    </message>
    <message>
        <source>--list takes no call.</source>
        <translation>--list 不接受调用名称。</translation>
    </message>
    <message>
        <source>The system “%1” is not known.</source>
        <translation>未知系统“%1”。</translation>
    </message>
    <message>
        <source>Name the call; “millrace call --list” names all.</source>
        <translation>请指定调用；用“millrace call --list”查看全部调用。</translation>
    </message>
    <message>
        <source>The calls of %1 are not described.</source>
        <translation>没有 %1 的调用说明。</translation>
    </message>
</context>
<context>
    <name>CancelCommand</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>OUTCOME</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>not cancelled</source>
        <translation>未取消</translation>
    </message>
    <message>
        <source>%1 cannot cancel jobs.</source>
        <translation>%1 无法取消作业。</translation>
    </message>
    <message>
        <source>Cancels jobs and waits until they have ended.</source>
        <translation>取消作业，并等待作业结束。</translation>
    </message>
    <message>
        <source>The jobs.</source>
        <translation>要取消的作业。</translation>
    </message>
    <message>
        <source>table or json.</source>
        <translation>table 或 json。</translation>
    </message>
    <message>
        <source>Give the ID of the job that shall end.</source>
        <translation>请给出要结束的作业的 ID。</translation>
    </message>
    <message>
        <source>The connection %1 is read-only: it cancels no jobs.</source>
        <translation>连接 %1 为只读：不能取消作业。</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>CheckpointCharts</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>triggered %1</source>
        <translation>触发于 %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>耗时 %1</translation>
    </message>
    <message>
        <source>alignment %1, sync %2, async %3</source>
        <translation>对齐 %1，同步 %2，异步 %3</translation>
    </message>
    <message>
        <source>alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>sync + async</source>
        <translation>同步 + 异步</translation>
    </message>
    <message>
        <source>not split</source>
        <translation>未细分</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>No checkpoint yet.</source>
        <translation>还没有检查点。</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全量</translation>
    </message>
    <message>
        <source>incremental</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>%1 savepoint, %2</source>
        <translation>%1 Savepoint，%2</translation>
    </message>
</context>
<context>
    <name>Checkpoints</name>
    <message>
        <source>%1, savepoint</source>
        <translation>%1，Savepoint</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Triggered</source>
        <translation>触发时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>全量大小</translation>
    </message>
    <message>
        <source>Incremental</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>在途数据</translation>
    </message>
    <message>
        <source>Acks</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <source>Vertex</source>
        <translation>顶点</translation>
    </message>
    <message>
        <source>Last ack</source>
        <translation>最后确认</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Async</source>
        <translation>异步</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>savepoint %1</source>
        <translation>Savepoint %1</translation>
    </message>
</context>
<context>
    <name>ClientErrors</name>
    <message>
        <source>The broker&apos;s certificate does not name the address that the client connected to, and the client checks host names.</source>
        <translation>broker 的证书中没有客户端所连接的地址，而客户端会校验主机名。</translation>
    </message>
    <message>
        <source>Set ssl.endpoint.identification.algorithm= (empty) in consumer.properties and producer.properties, or connect by a name that the certificate holds.</source>
        <translation>在 consumer.properties 和 producer.properties 中设置 ssl.endpoint.identification.algorithm=（留空），或者改用证书中包含的名称连接。</translation>
    </message>
    <message>
        <source>An empty value weakens TLS: any certificate of the trusted authority is taken for the broker&apos;s.</source>
        <translation>留空会削弱 TLS：受信任机构签发的任何证书都会被当作 broker 的证书。</translation>
    </message>
    <message>
        <source>The TLS handshake failed; the reason stands in the lines below it.</source>
        <translation>TLS 握手失败，原因见其后的日志行。</translation>
    </message>
    <message>
        <source>Look for “Caused by” below: a host name that does not match, a trust store without the broker&apos;s authority, or an expired certificate.</source>
        <translation>请在下文查找“Caused by”：主机名不匹配、信任库中缺少 broker 的签发机构，或证书已过期。</translation>
    </message>
    <message>
        <source>The client expected TLS and the peer answered with something else, or no cipher suite of the Go client fits the instance.</source>
        <translation>客户端期望 TLS，但对端返回了其他内容；或者 Go 客户端的加密套件均不适用于该实例。</translation>
    </message>
    <message>
        <source>Check port and security.protocol first. On DMS allow TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 in the client for instances from January 2021 on, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256 or TLS_RSA_WITH_AES_128_CBC_SHA256 for older ones.</source>
        <translation>请先检查端口和 security.protocol。使用 DMS 时，对 2021 年 1 月及以后的实例，请在客户端启用 TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256；更早的实例请启用 TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256 或 TLS_RSA_WITH_AES_128_CBC_SHA256。</translation>
    </message>
    <message>
        <source>The text itself only means that the first bytes were no TLS record, as from a plaintext port. The CBC suites are weak: use them for old instances only.</source>
        <translation>该报错本身只说明最初几个字节不是 TLS 记录，例如连到了明文端口。CBC 套件强度较弱，仅用于旧实例。</translation>
    </message>
    <message>
        <source>The trust store could not be opened: wrong path, no permission, or wrong password.</source>
        <translation>无法打开信任库：路径有误、没有权限或密码错误。</translation>
    </message>
    <message>
        <source>Check that client.jks is there, that the process may read it, and that ssl.truststore.password is right (dms@kafka on DMS, where it cannot be changed).</source>
        <translation>请确认 client.jks 存在、进程有权读取，且 ssl.truststore.password 正确（DMS 上为 dms@kafka，不可修改）。</translation>
    </message>
    <message>
        <source>Paths in the property need / also on Windows.</source>
        <translation>即使在 Windows 上，该属性中的路径也须使用 /。</translation>
    </message>
    <message>
        <source>The client asked for a topic that the brokers do not know.</source>
        <translation>客户端请求了 broker 上不存在的 topic。</translation>
    </message>
    <message>
        <source>Check the name, also for a stray character such as a leading =, and create the topic or switch automatic creation on.</source>
        <translation>请检查名称，注意是否有多余字符（如开头的 =），然后创建该 topic 或开启自动创建。</translation>
    </message>
    <message>
        <source>A missing permission or an unreachable broker looks the same. Automatic creation makes a topic of every misspelt name.</source>
        <translation>缺少权限或 broker 无法访问时，现象相同。开启自动创建后，每个拼错的名称都会生成一个 topic。</translation>
    </message>
    <message>
        <source>This consumer did not call poll() for longer than max.poll.interval.ms and left its group.</source>
        <translation>该消费者超过 max.poll.interval.ms 未调用 poll()，已离开消费者组。</translation>
    </message>
    <message>
        <source>Lower max.poll.records or shorten the work between two calls of poll().</source>
        <translation>请调小 max.poll.records，或缩短两次 poll() 调用之间的处理时间。</translation>
    </message>
    <message>
        <source>A higher max.poll.interval.ms lets it finish, but every rebalance may then wait that long for it.</source>
        <translation>调大 max.poll.interval.ms 可以让它处理完，但每次重平衡可能都要为它等待这么久。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>The option “%1” is not known.</source>
        <translation>未知选项“%1”。</translation>
    </message>
    <message>
        <source>Try “millrace --help”.</source>
        <translation>请试试“millrace --help”。</translation>
    </message>
    <message>
        <source>“%1” is neither a command nor a file.</source>
        <translation>“%1”既不是命令，也不是文件。</translation>
    </message>
    <message>
        <source>Millrace, a workbench for FlinkSQL.

Usage:
  millrace [FILE.sql …]            opens the window
  millrace run (-f FILE | -e SQL)  runs SQL on a Flink SQL Gateway
  millrace split FILE              prints the statements of a script
  millrace explain (-f FILE | -e SQL)  shows or compares plans
  millrace jobs                    lists the jobs of all saved connections
  millrace job ID                  shows all about one job
  millrace cancel ID…              ends jobs
  millrace savepoint ID            takes a savepoint, with --stop as the end of the job
  millrace savepoints              lists, disposes, exports and imports savepoints
  millrace submit FILE             starts a job, also from a savepoint
  millrace logs ID                 prints or follows the logs of a job
  millrace call OPERATION          sends any documented call of a system
  millrace rebalances FILE…        finds the rebalances of Kafka consumer groups in broker logs
  millrace connections …           lists, adds, tests and removes saved connections

Options:
  --start-local-flink  starts the local Flink with the window
  -h, --help           prints this help; “millrace run --help” and the like say more
  -v, --version        prints the version

Secrets come from the keychain or from MILLRACE_SECRET_&lt;CONNECTION&gt;, never from an argument.
Exit status: 0 done, 1 the SQL, job or check failed, 2 wrong usage, 3 no connection, 4 timed out, 130 cancelled.
</source>
        <translation>Millrace，FlinkSQL 工作台。

用法：
  millrace [FILE.sql …]            打开窗口
  millrace run (-f FILE | -e SQL)  在 Flink SQL Gateway 上运行 SQL
  millrace split FILE              显示脚本中的各条语句
  millrace explain (-f FILE | -e SQL)  显示或比较计划
  millrace jobs                    列出所有已保存连接的作业
  millrace job ID                  显示一个作业的全部信息
  millrace cancel ID…              结束作业
  millrace savepoint ID            创建 Savepoint，加 --stop 则同时结束作业
  millrace savepoints              列出、删除、导出和导入 Savepoint
  millrace submit FILE             启动作业，也可从 Savepoint 启动
  millrace logs ID                 打印或跟踪作业的日志
  millrace call OPERATION          向系统发送任一有文档的调用
  millrace rebalances FILE…        在 Broker 日志中查找 Kafka 消费者组的重平衡
  millrace connections …           列出、添加、测试和删除已保存的连接

选项：
  --start-local-flink  打开窗口时一并启动本地 Flink
  -h, --help           显示此帮助；“millrace run --help”等给出更多说明
  -v, --version        显示版本

密钥取自密钥环或 MILLRACE_SECRET_&lt;CONNECTION&gt;，绝不来自命令行参数。
退出状态：0 完成，1 SQL、作业或检查失败，2 用法错误，3 无法连接，4 超时，130 已取消。
</translation>
    </message>
</context>
<context>
    <name>ConnectionOpener</name>
    <message>
        <source>This version of Millrace does not know the system %1.</source>
        <translation>此版本的 Millrace 不支持系统 %1。</translation>
    </message>
    <message>
        <source>%1 is no address: %2</source>
        <translation>%1 不是有效地址：%2</translation>
    </message>
    <message>
        <source>Give a saved connection or an address, not both.</source>
        <translation>请指定已保存的连接或地址，二者只能选一。</translation>
    </message>
    <message>
        <source>Several connections are saved: choose one with --connection (%1).</source>
        <translation>已保存多个连接：请用 --connection 选择一个（%1）。</translation>
    </message>
    <message>
        <source>There is no connection “%1”: none is saved.</source>
        <translation>没有名为“%1”的连接：尚未保存任何连接。</translation>
    </message>
    <message>
        <source>There is no connection “%1”. Saved are: %2.</source>
        <translation>没有名为“%1”的连接。已保存的有：%2。</translation>
    </message>
    <message>
        <source>%1 is a connection to %2, which this version of Millrace does not know.</source>
        <translation>%1 是到 %2 的连接，此版本的 Millrace 不支持该系统。</translation>
    </message>
    <message>
        <source>No connection is saved: give --url URL and --system SYSTEM.</source>
        <translation>没有已保存的连接：请指定 --url URL 和 --system SYSTEM。</translation>
    </message>
</context>
<context>
    <name>ConnectionsCommand</name>
    <message>
        <source>Lists the saved connections.</source>
        <translation>列出已保存的连接。</translation>
    </message>
    <message>
        <source>table or json.</source>
        <translation>table 或 json。</translation>
    </message>
    <message>
        <source>“%1” is too much.</source>
        <translation>多余的参数“%1”。</translation>
    </message>
    <message>
        <source>%1 is no secret of this system; it has %2.</source>
        <translation>%1 不是该系统的密钥字段；可用的有：%2。</translation>
    </message>
    <message>
        <source>No line on stdin holds the secret %1.</source>
        <translation>标准输入中没有密钥 %1 对应的行。</translation>
    </message>
    <message>
        <source>--set needs FIELD=VALUE, and “%1” names no field.</source>
        <translation>--set 需要 FIELD=VALUE，而“%1”没有给出字段名。</translation>
    </message>
    <message>
        <source>%1 is a secret and must not stand in an argument: use --secret %1 or MILLRACE_SECRET_….</source>
        <translation>%1 是密钥，不能写在参数中：请使用 --secret %1 或 MILLRACE_SECRET_…。</translation>
    </message>
    <message>
        <source>Saves a connection.</source>
        <translation>保存一个连接。</translation>
    </message>
    <message>
        <source>What the connection shall be called.</source>
        <translation>连接的名称。</translation>
    </message>
    <message>
        <source>The address of the server.</source>
        <translation>服务器地址。</translation>
    </message>
    <message>
        <source>One of %1.</source>
        <translation>以下之一：%1。</translation>
    </message>
    <message>
        <source>dev, test or prod.</source>
        <translation>dev、test 或 prod。</translation>
    </message>
    <message>
        <source>Refuses statements that change anything.</source>
        <translation>拒绝任何会产生修改的语句。</translation>
    </message>
    <message>
        <source>Another field of the connection&apos;s form; may be given several times.</source>
        <translation>连接表单中的其他字段；可多次给出。</translation>
    </message>
    <message>
        <source>Reads this secret field from the next line of stdin into the keychain.</source>
        <translation>从标准输入的下一行读取此密钥字段并存入密钥环。</translation>
    </message>
    <message>
        <source>Give the connection a NAME and its --url.</source>
        <translation>请给出连接的 NAME 和 --url。</translation>
    </message>
    <message>
        <source>Forgets a saved connection and its secrets.</source>
        <translation>删除一个已保存的连接及其密钥。</translation>
    </message>
    <message>
        <source>The connection.</source>
        <translation>连接。</translation>
    </message>
    <message>
        <source>Give the NAME of one connection.</source>
        <translation>请给出一个连接的 NAME。</translation>
    </message>
    <message>
        <source>Tries a connection step by step. Ends with 3 when a step failed.</source>
        <translation>逐步测试一个连接。有步骤失败时以 3 退出。</translation>
    </message>
    <message>
        <source>A saved connection.</source>
        <translation>已保存的连接。</translation>
    </message>
    <message>
        <source>A Flink SQL Gateway, instead of a saved connection.</source>
        <translation>Flink SQL Gateway 的地址，用来代替已保存的连接。</translation>
    </message>
    <message>
        <source>text or json.</source>
        <translation>text 或 json。</translation>
    </message>
    <message>
        <source>Usage: millrace connections list|add|test|remove …

  list    the saved connections
  add     saves one: NAME --url URL
  test    tries one step by step: NAME
  remove  forgets one: NAME

“millrace connections list --help” and the like say more.
</source>
        <translation>用法：millrace connections list|add|test|remove …

  list    已保存的连接
  add     保存一个连接：NAME --url URL
  test    逐步测试一个连接：NAME
  remove  删除一个连接：NAME

“millrace connections list --help”等给出更多说明。
</translation>
    </message>
    <message>
        <source>Say what to do with the connections.</source>
        <translation>请指明要对连接做什么。</translation>
    </message>
    <message>
        <source>“connections %1” is not known.</source>
        <translation>未知命令“connections %1”。</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>SYSTEM</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>ENVIRONMENT</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>ACCESS</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>read, write</source>
        <translation>读写</translation>
    </message>
    <message>
        <source>No keychain answers, so the secret was not kept: give it as MILLRACE_SECRET_… when it is needed.</source>
        <translation>没有可用的密钥环，密钥未保存：需要时请用 MILLRACE_SECRET_… 提供。</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>SQL scripts (*.sql);;All files (*)</source>
        <translation>SQL 脚本 (*.sql);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>是否保存对 %1 的更改？</translation>
    </message>
    <message>
        <source>What is not saved now is lost.</source>
        <translation>现在不保存，更改将会丢失。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>SQL scripts (*.sql);;Compiled plans (*.json);;All files (*)</source>
        <translation>SQL 脚本 (*.sql);;编译后的计划 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open log files</source>
        <translation>打开日志文件</translation>
    </message>
    <message>
        <source>Logs (*.log *.log.* *.out *.err *.txt *.json *.gz);;All files (*)</source>
        <translation>日志 (*.log *.log.* *.out *.err *.txt *.json *.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save lines</source>
        <translation>保存日志行</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>保存应答</translation>
    </message>
</context>
<context>
    <name>DinkyAnswer</name>
    <message>
        <source>The server does not know the tenant of this call: give user and tenant in the connection, so that calls with a login come first, and try again.</source>
        <translation>服务器无法确定此调用的租户：请在连接中填写用户和租户，以便先发送登录调用，然后重试。</translation>
    </message>
    <message>
        <source>The server knows no such task (Task Not Exist). Without a login this may also be its tenant defect: give a user in the connection.</source>
        <translation>服务器上没有此任务（Task Not Exist）。未登录时，这也可能是服务器的租户缺陷所致：请在连接中填写用户。</translation>
    </message>
    <message>
        <source>This version wants the dialect of the text: add &quot;dialect&quot;: &quot;FlinkSql&quot;.</source>
        <translation>此版本要求指明文本的方言：请添加 &quot;dialect&quot;: &quot;FlinkSql&quot;。</translation>
    </message>
    <message>
        <source>The server wants a tenant: choose one in the connection.</source>
        <translation>服务器要求指定租户：请在连接中选择一个。</translation>
    </message>
    <message>
        <source>The task could not be started, and the server hides why: look whether its cluster lives.</source>
        <translation>任务无法启动，服务器未透露原因：请检查其集群是否存活。</translation>
    </message>
    <message>
        <source>The server makes plans of INSERTs only, and this text has none.</source>
        <translation>服务器只能为 INSERT 生成计划，而此文本中没有 INSERT。</translation>
    </message>
    <message>
        <source>The server needs the Flink address, also for local runs.</source>
        <translation>服务器需要 Flink 地址，本地运行时也需要。</translation>
    </message>
    <message>
        <source>The server refused the call (code %1) and does not say why.</source>
        <translation>服务器拒绝了此调用（代码 %1），且未说明原因。</translation>
    </message>
    <message>
        <source>The server does not know this login (any more): %1. A second login of the same user ends the first.</source>
        <translation>服务器不认识此登录，或登录已失效：%1。同一用户再次登录会使前一次登录失效。</translation>
    </message>
    <message>
        <source>The server answered nothing (HTTP %1): the tenant is not one of this user, and the server has ended the login. Choose another tenant in the connection.</source>
        <translation>服务器没有返回任何内容（HTTP %1）：该租户不属于此用户，服务器已结束登录。请在连接中选择其他租户。</translation>
    </message>
    <message>
        <source>The answer of the server is no whole JSON: %1 at byte %2.</source>
        <translation>服务器的应答不是完整的 JSON：%1，位于第 %2 字节。</translation>
    </message>
    <message>
        <source>This server has no call %1 (HTTP %2): it is of another version.</source>
        <translation>此服务器没有调用 %1（HTTP %2）：其版本不同。</translation>
    </message>
</context>
<context>
    <name>DinkyBackend</name>
    <message>
        <source>User; the password comes from MILLRACE_SECRET.</source>
        <translation>用户；密码取自 MILLRACE_SECRET。</translation>
    </message>
    <message>
        <source>Tenant of the user, by id or code.</source>
        <translation>用户的租户，填 ID 或代码。</translation>
    </message>
    <message>
        <source>JobManager as Dinky reaches it, HOST:PORT.</source>
        <translation>Dinky 访问 JobManager 所用的地址，HOST:PORT。</translation>
    </message>
    <message>
        <source>Password.</source>
        <translation>密码。</translation>
    </message>
</context>
<context>
    <name>DinkyCatalogue</name>
    <message>
        <source>published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>in development</source>
        <translation>开发中</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The server has this folder or task no more: read the tree again.</source>
        <translation>服务器上已没有此文件夹或任务：请重新读取目录树。</translation>
    </message>
    <message>
        <source>Dinky knows no action %1.</source>
        <translation>Dinky 不支持操作 %1。</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>being made</source>
        <translation>正在创建</translation>
    </message>
    <message>
        <source>running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Flink job</source>
        <translation>Flink 作业</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Last job</source>
        <translation>最近的作业</translation>
    </message>
    <message>
        <source>The task %1 was made.</source>
        <translation>任务 %1 已创建。</translation>
    </message>
    <message>
        <source>The folder %1 was made.</source>
        <translation>文件夹 %1 已创建。</translation>
    </message>
    <message>
        <source>%1 is called %2 now.</source>
        <translation>%1 已重命名为 %2。</translation>
    </message>
    <message>
        <source>%1 was moved.</source>
        <translation>%1 已移动。</translation>
    </message>
    <message>
        <source>%1 was copied.</source>
        <translation>%1 已复制。</translation>
    </message>
    <message>
        <source>%1 is published: it cannot be changed until it is unpublished.</source>
        <translation>%1 已发布：取消发布之前无法修改。</translation>
    </message>
    <message>
        <source>%1 is in development again.</source>
        <translation>%1 已恢复为开发状态。</translation>
    </message>
    <message>
        <source>%1 is as it was in version %2.</source>
        <translation>%1 已恢复到版本 %2。</translation>
    </message>
    <message>
        <source>A version of %1 was deleted.</source>
        <translation>已删除 %1 的一个版本。</translation>
    </message>
    <message>
        <source>The SQL of %1 was exported.</source>
        <translation>已导出 %1 的 SQL。</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 已删除。</translation>
    </message>
    <message>
        <source>%1 is published, so it cannot be changed: unpublish it under Servers first.</source>
        <translation>%1 已发布，无法修改：请先在“服务器”中取消发布。</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 已保存。</translation>
    </message>
</context>
<context>
    <name>DinkyClient</name>
    <message>
        <source>The user belongs to no tenant.</source>
        <translation>该用户不属于任何租户。</translation>
    </message>
    <message>
        <source>The user does not belong to the tenant %1; there are: %2.</source>
        <translation>该用户不属于租户 %1；可用的租户：%2。</translation>
    </message>
    <message>
        <source>This call needs a login: give a user in the connection.</source>
        <translation>此调用需要登录：请在连接中填写用户。</translation>
    </message>
    <message>
        <source>The server refused the login of %1: %2</source>
        <translation>服务器拒绝了 %1 的登录：%2</translation>
    </message>
    <message>
        <source>The server took the login and gave no token.</source>
        <translation>服务器接受了登录，但没有返回令牌。</translation>
    </message>
    <message>
        <source>Dinky %1 has no call %2.</source>
        <translation>Dinky %1 没有调用 %2。</translation>
    </message>
</context>
<context>
    <name>DinkyControl</name>
    <message>
        <source>Asking the server to cancel the job</source>
        <translation>正在请求服务器取消作业</translation>
    </message>
    <message>
        <source>Dinky says yes to every cancel, and shows only to logged-in users whether it worked</source>
        <translation>Dinky 对每次取消都回复成功，只有登录用户才能看到是否真正生效</translation>
    </message>
    <message>
        <source>The job of the task %1 has ended already: %2.</source>
        <translation>任务 %1 的作业已经结束：%2。</translation>
    </message>
    <message>
        <source>Waiting until the job has ended</source>
        <translation>正在等待作业结束</translation>
    </message>
    <message>
        <source>Only tasks can be started again: run the SQL of this job, or make it a task.</source>
        <translation>只有任务可以重新启动：请运行此作业的 SQL，或将其创建为任务。</translation>
    </message>
    <message>
        <source>Starting the task again; a running job is ended with a savepoint first</source>
        <translation>正在重新启动任务；运行中的作业会先创建 Savepoint 再结束</translation>
    </message>
</context>
<context>
    <name>DinkyExplain</name>
    <message>
        <source>Job plan</source>
        <translation>作业计划</translation>
    </message>
    <message>
        <source>The server explained nothing of this text.</source>
        <translation>服务器没有对此文本给出任何解释。</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释结果</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>血缘</translation>
    </message>
</context>
<context>
    <name>DinkyForm</name>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>1.x dropped executeSql, executeJar and getJobData of 0.6 and 0.7.</source>
        <translation>1.x 移除了 0.6 和 0.7 中的 executeSql、executeJar 和 getJobData。</translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation>向服务器查询</translation>
    </message>
    <message>
        <source>Flink address</source>
        <translation>Flink 地址</translation>
    </message>
    <message>
        <source>JobManager as the server reaches it: for running SQL, cancelling and savepoints.</source>
        <translation>服务器访问 JobManager 所用的地址：用于运行 SQL、取消作业和创建 Savepoint。</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Dinky connection</source>
        <translation>Dinky 连接</translation>
    </message>
    <message>
        <source>Empty: only the OpenAPI, which asks nobody for a login. A login here ends the user&apos;s other one: the browser is logged out.</source>
        <translation>留空则只使用无需登录的 OpenAPI。此处登录会使该用户的其他登录失效：浏览器会被登出。</translation>
    </message>
    <message>
        <source>Id or code; after a test they stand in the list. Empty: the first of the user.</source>
        <translation>ID 或编码；测试连接后会出现在列表中。留空则使用该用户的第一个租户。</translation>
    </message>
</context>
<context>
    <name>DinkyInstances</name>
    <message>
        <source>The task %1 never ran: it has no job.</source>
        <translation>任务 %1 从未运行：没有对应的作业。</translation>
    </message>
    <message>
        <source>The server knows no job %1.</source>
        <translation>服务器上没有作业 %1。</translation>
    </message>
    <message>
        <source>The server says that the job of the task %1 is ended, but it is %2.</source>
        <translation>服务器称任务 %1 的作业已结束，但其状态为 %2。</translation>
    </message>
</context>
<context>
    <name>DinkyInventory</name>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Flink</source>
        <translation>Flink</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No cluster is registered.</source>
        <translation>没有已注册的集群。</translation>
    </message>
    <message>
        <source>Register…</source>
        <translation>注册…</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>host:port, several with commas</source>
        <translation>host:port，多个以逗号分隔</translation>
    </message>
    <message>
        <source>Ask all whether they live</source>
        <translation>检测所有集群是否存活</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take the cluster %1 off the server&apos;s list? The cluster itself goes on.</source>
        <translation>将集群 %1 从服务器的列表中移除？集群本身会继续运行。</translation>
    </message>
    <message>
        <source>Cluster configurations</source>
        <translation>集群配置</translation>
    </message>
    <message>
        <source>There is no cluster configuration.</source>
        <translation>没有集群配置。</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选择</translation>
    </message>
    <message>
        <source>The user belongs to no tenant.</source>
        <translation>该用户不属于任何租户。</translation>
    </message>
    <message>
        <source>lives</source>
        <translation>存活</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) live.</source>
        <translation>
            <numerusform>%n 个集群存活。</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>There is nothing to do with these.</source>
        <translation>对这些项没有可执行的操作。</translation>
    </message>
</context>
<context>
    <name>DinkyJobs</name>
    <message>
        <source>JobManager</source>
        <translation>JobManager</translation>
    </message>
    <message>
        <source>Flink</source>
        <translation>Flink</translation>
    </message>
    <message>
        <source>Dinky lists its jobs to logged-in users only: give a user in the connection.</source>
        <translation>Dinky 仅向登录用户列出其作业：请在连接中填写用户。</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n job(s) are shown.</source>
        <translation>
            <numerusform>显示最新的 %n 个作业。</numerusform>
        </translation>
    </message>
    <message>
        <source>Flink job</source>
        <translation>Flink 作业</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Graph, failures and SQL are shown to logged-in users only.</source>
        <translation>图、失败和 SQL 仅向登录用户显示。</translation>
    </message>
    <message>
        <source>Dinky tells its own times without their zone: they are read as those of this computer.</source>
        <translation>Dinky 给出的自身时间不带时区：按本机时区解读。</translation>
    </message>
    <message>
        <source>Console of the user</source>
        <translation>用户控制台</translation>
    </message>
    <message>
        <source>Console of the submission</source>
        <translation>提交控制台</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>JobManager %1</source>
        <translation>JobManager %1</translation>
    </message>
    <message>
        <source>The server keeps no console of this task: it was submitted without a login, or never.</source>
        <translation>服务器没有此任务的控制台记录：它未经登录提交，或从未提交。</translation>
    </message>
    <message>
        <source>Dinky shows checkpoints to logged-in users only: give a user in the connection.</source>
        <translation>Dinky 仅向登录用户显示检查点：请在连接中填写用户。</translation>
    </message>
    <message>
        <source>The server has seen no checkpoints of this job: it did not reach its JobManager.</source>
        <translation>服务器没有获取到此作业的检查点：它未能连接到该作业的 JobManager。</translation>
    </message>
    <message>
        <source>Dinky does not tell how each vertex took part in a checkpoint.</source>
        <translation>Dinky 不提供各顶点参与检查点的情况。</translation>
    </message>
</context>
<context>
    <name>DinkyJson</name>
    <message>
        <source>The server took no savepoint and does not say why.</source>
        <translation>服务器没有创建 Savepoint，且未说明原因。</translation>
    </message>
    <message>
        <source>No savepoint was taken: %1</source>
        <translation>没有创建 Savepoint：%1</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
</context>
<context>
    <name>DinkyOffers</name>
    <message>
        <source>does not answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>最上层</translation>
    </message>
</context>
<context>
    <name>DinkyRows</name>
    <message>
        <source>The server keeps no rows of this run (any more): it was restarted, or never had any.</source>
        <translation>服务器上没有此次运行的行，或已不再保留：服务器重启过，或从未有过。</translation>
    </message>
    <message>
        <source>A later row of the result has a value that does not fit its column.</source>
        <translation>结果中靠后的某行有一个值与其列不符。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer of the server holds no rows.</source>
        <translation>服务器的应答中没有行。</translation>
    </message>
    <message>
        <source>The rows of the server are no whole JSON: %1.</source>
        <translation>服务器返回的行不是完整的 JSON：%1。</translation>
    </message>
</context>
<context>
    <name>DinkyRun</name>
    <message>
        <source>The run failed, and the server does not say why.</source>
        <translation>运行失败，服务器未说明原因。</translation>
    </message>
    <message>
        <source>Cancelling a Flink job needs the address of its JobManager: give it in the connection.</source>
        <translation>取消 Flink 作业需要其 JobManager 的地址：请在连接中填写。</translation>
    </message>
    <message>
        <source>The server says that the job %1 is cancelled, but it lives on.</source>
        <translation>服务器称作业 %1 已取消，但它仍在运行。</translation>
    </message>
</context>
<context>
    <name>DinkyRunForm</name>
    <message>
        <source>The gateway configuration has to be a JSON object.</source>
        <translation>网关配置必须是 JSON 对象。</translation>
    </message>
    <message>
        <source>The gateway configuration is no JSON: %1 at byte %2.</source>
        <translation>网关配置不是 JSON：第 %2 字节处 %1。</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Flink address</source>
        <translation>Flink 地址</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Cluster configuration</source>
        <translation>集群配置</translation>
    </message>
    <message>
        <source>Gateway configuration</source>
        <translation>网关配置</translation>
    </message>
    <message>
        <source>SQL through Dinky</source>
        <translation>通过 Dinky 运行 SQL</translation>
    </message>
    <message>
        <source>Name of the job</source>
        <translation>作业名称</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>并行度</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>检查点间隔</translation>
    </message>
    <message>
        <source>From savepoint</source>
        <translation>从 Savepoint 启动</translation>
    </message>
    <message>
        <source>Most rows</source>
        <translation>最大行数</translation>
    </message>
    <message>
        <source>The server keeps so many rows of a query and drops the rest.</source>
        <translation>服务器只保留查询的这么多行，其余丢弃。</translation>
    </message>
    <message>
        <source>Change log</source>
        <translation>变更日志</translation>
    </message>
    <message>
        <source>Statement set</source>
        <translation>语句集</translation>
    </message>
    <message>
        <source>Fragments</source>
        <translation>变量片段</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Flink settings</source>
        <translation>Flink 设置</translation>
    </message>
    <message>
        <source>End after quiet</source>
        <translation>静默后结束</translation>
    </message>
    <message>
        <source>Where the server does not tell the end of a query: it ends after this time without a new row.</source>
        <translation>服务器不告知查询何时结束时：超过此时间没有新行，查询即结束。</translation>
    </message>
    <message>
        <source>%1 has no value: write name = value, one a line.</source>
        <translation>%1 没有值：请写成 name = value，每行一个。</translation>
    </message>
    <message>
        <source>%1 has no name: write name = value, one a line.</source>
        <translation>%1 没有名称：请写成 name = value，每行一个。</translation>
    </message>
    <message>
        <source>%1 is no whole path: begin it with / or with a scheme like hdfs://.</source>
        <translation>%1 不是完整路径：请以 / 或 hdfs:// 之类的协议开头。</translation>
    </message>
    <message>
        <source>A jar runs in yarn-application or kubernetes-application: choose one of them.</source>
        <translation>JAR 只能以 yarn-application 或 kubernetes-application 模式运行：请选择其中之一。</translation>
    </message>
    <message>
        <source>%1 needs the folder of a Flink configuration: fill it in below.</source>
        <translation>%1 需要 Flink 配置的目录：请在下方填写。</translation>
    </message>
    <message>
        <source>%1 needs the folder of a YARN configuration: fill it in below.</source>
        <translation>%1 需要 YARN 配置的目录：请在下方填写。</translation>
    </message>
    <message>
        <source>%1 needs a cluster: choose one below, or run it as local.</source>
        <translation>%1 需要集群：请在下方选择，或以 local 模式运行。</translation>
    </message>
    <message>
        <source>%1 needs a cluster configuration: choose one below.</source>
        <translation>%1 需要集群配置：请在下方选择。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation>运行位置</translation>
    </message>
    <message>
        <source>Host and port of the JobManager as Dinky reaches it; a local run listens there itself.</source>
        <translation>Dinky 访问 JobManager 所用的主机和端口；local 模式运行时会自行监听该地址。</translation>
    </message>
    <message>
        <source>Id of a cluster instance: for the rows of SHOW and DESCRIBE.</source>
        <translation>集群实例 ID：用于 SHOW 和 DESCRIBE 的行。</translation>
    </message>
    <message>
        <source>Id of a cluster instance, as Servers lists them.</source>
        <translation>集群实例 ID，见“服务器”中的列表。</translation>
    </message>
    <message>
        <source>For the rows of SHOW and DESCRIBE.</source>
        <translation>用于 SHOW 和 DESCRIBE 的行。</translation>
    </message>
    <message>
        <source>Its id, as Servers lists them.</source>
        <translation>其 ID，见“服务器”中的列表。</translation>
    </message>
    <message>
        <source>Flink configuration</source>
        <translation>Flink 配置</translation>
    </message>
    <message>
        <source>Folder with flink-conf.yaml, on the server of Dinky.</source>
        <translation>包含 flink-conf.yaml 的目录，位于 Dinky 服务器上。</translation>
    </message>
    <message>
        <source>Flink libraries</source>
        <translation>Flink 库</translation>
    </message>
    <message>
        <source>YARN configuration</source>
        <translation>YARN 配置</translation>
    </message>
    <message>
        <source>Folder with yarn-site.xml, on the server of Dinky.</source>
        <translation>包含 yarn-site.xml 的目录，位于 Dinky 服务器上。</translation>
    </message>
    <message>
        <source>YARN queue</source>
        <translation>YARN 队列</translation>
    </message>
    <message>
        <source>YARN application</source>
        <translation>YARN 应用</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Cluster id</source>
        <translation>集群 ID</translation>
    </message>
    <message>
        <source>Container image</source>
        <translation>容器镜像</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>服务账号</translation>
    </message>
    <message>
        <source>Cluster settings</source>
        <translation>集群设置</translation>
    </message>
    <message>
        <source>More as JSON</source>
        <translation>更多设置（JSON）</translation>
    </message>
    <message>
        <source>What the fields above have no place for; they win.</source>
        <translation>用于以上字段未涵盖的设置；以此处的值为准。</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>ms, 0 for none</source>
        <translation>ms，0 表示不启用</translation>
    </message>
    <message>
        <source>Sent as execution.checkpointing.interval too, since the server ignores its own field.</source>
        <translation>同时作为 execution.checkpointing.interval 发送，因为服务器会忽略其自身的字段。</translation>
    </message>
    <message>
        <source>Rows with their kind: +I, -U, +U, -D</source>
        <translation>行带变更类型：+I、-U、+U、-D</translation>
    </message>
    <message>
        <source>All INSERTs of the text as one job</source>
        <translation>将文本中的所有 INSERT 作为一个作业</translation>
    </message>
    <message>
        <source>name:=value; in the text, used as ${name}</source>
        <translation>文本中的 name:=value;，以 ${name} 引用</translation>
    </message>
    <message>
        <source>Used as ${name}.</source>
        <translation>以 ${name} 引用。</translation>
    </message>
    <message>
        <source>Jar</source>
        <translation>JAR</translation>
    </message>
    <message>
        <source>As the cluster reaches it.</source>
        <translation>集群访问它所用的地址。</translation>
    </message>
    <message>
        <source>Main class</source>
        <translation>主类</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>每行一个。</translation>
    </message>
    <message>
        <source>Job on Dinky</source>
        <translation>Dinky 上的作业</translation>
    </message>
    <message>
        <source>What is submitted</source>
        <translation>提交内容</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>此文本</translation>
    </message>
    <message>
        <source>A task of the server</source>
        <translation>服务器上的任务</translation>
    </message>
    <message>
        <source>A jar</source>
        <translation>JAR</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重复提交</translation>
    </message>
    <message>
        <source>Also while it runs: it runs twice then</source>
        <translation>运行中也提交：此时会同时运行两份</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Dinky 1.x makes a task of the text, in this folder.</source>
        <translation>Dinky 1.x 会将文本创建为任务，存放在此文件夹中。</translation>
    </message>
</context>
<context>
    <name>DinkySavepoints</name>
    <message>
        <source>A savepoint of a Flink job needs the address of its JobManager: give it in the connection.</source>
        <translation>为 Flink 作业创建 Savepoint 需要其 JobManager 的地址：请在连接中填写。</translation>
    </message>
    <message>
        <source>The job of the task %1 has ended: %2.</source>
        <translation>任务 %1 的作业已结束：%2。</translation>
    </message>
    <message>
        <source>The server says that a savepoint was taken, but its list of the task %1 has no new one.</source>
        <translation>服务器称已创建 Savepoint，但任务 %1 的列表中没有新的 Savepoint。</translation>
    </message>
    <message>
        <source>Dinky names no folder: Flink&apos;s state.savepoints.dir has to be set.</source>
        <translation>Dinky 不能指定文件夹：须设置 Flink 的 state.savepoints.dir。</translation>
    </message>
    <message>
        <source>Dinky cannot drain a job.</source>
        <translation>Dinky 无法排空（drain）作业。</translation>
    </message>
    <message>
        <source>Dinky leaves the format to Flink.</source>
        <translation>Dinky 将格式交由 Flink 决定。</translation>
    </message>
    <message>
        <source>Dinky deletes no savepoint: delete it where it lies.</source>
        <translation>Dinky 不删除 Savepoint：请到其存放位置删除。</translation>
    </message>
    <message>
        <source>Dinky lists savepoints to logged-in users only.</source>
        <translation>Dinky 仅向登录用户列出 Savepoint。</translation>
    </message>
    <message>
        <source>Waiting for the savepoint</source>
        <translation>正在等待 Savepoint</translation>
    </message>
    <message>
        <source>Dinky 1.x takes savepoints of tasks: give a task&apos;s id.</source>
        <translation>Dinky 1.x 只能为任务创建 Savepoint：请提供任务 ID。</translation>
    </message>
</context>
<context>
    <name>DinkySql</name>
    <message>
        <source>Dinky 1.x gives no rows of SHOW and DESCRIBE: run them on a SQL Gateway.</source>
        <translation>Dinky 1.x 不返回 SHOW 和 DESCRIBE 的行：请在 SQL Gateway 上运行。</translation>
    </message>
    <message>
        <source>Only a login sees the rows of SHOW and DESCRIBE: give a user in the connection.</source>
        <translation>只有登录后才能看到 SHOW 和 DESCRIBE 的行：请在连接中填写用户。</translation>
    </message>
</context>
<context>
    <name>DinkySubmission</name>
    <message>
        <source>The task ran as it stands on the server; the text was not sent.</source>
        <translation>已按服务器上的现状运行任务；未发送文本。</translation>
    </message>
    <message>
        <source>There is nothing to submit: give a text or a task.</source>
        <translation>没有可提交的内容：请提供文本或任务。</translation>
    </message>
    <message>
        <source>The server has a task %1 already: choose it as a task of the server, or give the job another name.</source>
        <translation>服务器上已有任务 %1：请将其选为服务器上的任务，或为作业另取名称。</translation>
    </message>
    <message>
        <source>Dinky %1 starts no jar by itself: make it a task of the server.</source>
        <translation>Dinky %1 不能直接启动 JAR：请将其创建为服务器上的任务。</translation>
    </message>
    <message>
        <source>No task is chosen: choose the one to submit.</source>
        <translation>未选择任务：请选择要提交的任务。</translation>
    </message>
    <message>
        <source>The task %1 runs already as the job %2, and would run twice: cancel it first, or choose to submit it again (again=true).</source>
        <translation>任务 %1 已作为作业 %2 运行，再次提交会运行两份：请先取消该作业，或选择重复提交（again=true）。</translation>
    </message>
    <message>
        <source>Submitting the task; the first one after a start of the server can take minutes</source>
        <translation>正在提交任务；服务器启动后的首次提交可能需要几分钟</translation>
    </message>
    <message>
        <source>Dinky keeps no console of a task that is submitted with variables or from a savepoint.</source>
        <translation>对于带变量提交或从 Savepoint 启动的任务，Dinky 不保留控制台记录。</translation>
    </message>
</context>
<context>
    <name>DinkyTaskActions</name>
    <message>
        <source>%1 was submitted; its console stands in the log.</source>
        <translation>%1 已提交；其控制台输出见日志。</translation>
    </message>
    <message>
        <source>%1 was submitted.</source>
        <translation>%1 已提交。</translation>
    </message>
    <message>
        <source>%1 was started again.</source>
        <translation>%1 已重新启动。</translation>
    </message>
    <message>
        <source>Waiting for the savepoint</source>
        <translation>正在等待 Savepoint</translation>
    </message>
    <message>
        <source>%1 was cancelled with the savepoint %2.</source>
        <translation>%1 已取消，Savepoint 为 %2。</translation>
    </message>
    <message>
        <source>The job of %1 has ended.</source>
        <translation>%1 的作业已结束。</translation>
    </message>
    <message>
        <source>The savepoint lies at %1.</source>
        <translation>Savepoint 位于 %1。</translation>
    </message>
    <message>
        <source>As it stands now</source>
        <translation>当前内容</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Version %1 is compared with %2 as it stands now.</source>
        <translation>已将版本 %1 与 %2 的当前内容比较。</translation>
    </message>
    <message>
        <source>Version %1 of %2 is compared with version %3.</source>
        <translation>已将 %2 的版本 %1 与版本 %3 比较。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>The server sees no lineage in %1: it has no INSERT that leads from one table to another.</source>
        <translation>服务器在 %1 中没有发现血缘：其中没有从一个表写入另一个表的 INSERT。</translation>
    </message>
    <message>
        <source>The lineage of %1 was read.</source>
        <translation>已读取 %1 的血缘。</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>血缘</translation>
    </message>
</context>
<context>
    <name>DinkyTaskForms</name>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>启动位置</translation>
    </message>
    <message>
        <source>afresh</source>
        <translation>全新启动</translation>
    </message>
    <message>
        <source>A savepoint&apos;s path; empty: without one.</source>
        <translation>Savepoint 的路径；留空则不使用 Savepoint。</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>name = value, one a line; used as ${name} in the statement.</source>
        <translation>name = value，每行一个；在语句中以 ${name} 引用。</translation>
    </message>
    <message>
        <source>It runs already</source>
        <translation>已在运行</translation>
    </message>
    <message>
        <source>Submit it a second time</source>
        <translation>再次提交</translation>
    </message>
    <message>
        <source>Dinky would start it beside the job %1 without a word.</source>
        <translation>Dinky 会在作业 %1 之外直接再启动一份，不作任何提示。</translation>
    </message>
    <message>
        <source>It runs: cancel it first, or say that it is to run twice.</source>
        <translation>任务正在运行：请先取消，或确认要运行两份。</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>The job goes on</source>
        <translation>作业继续运行</translation>
    </message>
    <message>
        <source>It is stopped</source>
        <translation>停止作业</translation>
    </message>
    <message>
        <source>It is cancelled</source>
        <translation>取消作业</translation>
    </message>
    <message>
        <source>Stopping lets the sources end orderly; cancelling does not wait for them.</source>
        <translation>停止会让数据源有序结束；取消则不等待它们。</translation>
    </message>
    <message>
        <source>Savepoint</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>不创建</translation>
    </message>
    <message>
        <source>Take one first</source>
        <translation>先创建 Savepoint</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>版本 %1，%2</translation>
    </message>
    <message>
        <source>There is no version of the task %1 yet: Dinky makes one when a task is published.</source>
        <translation>任务 %1 还没有版本：发布任务时 Dinky 会创建版本。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>As it stands now</source>
        <translation>当前内容</translation>
    </message>
    <message>
        <source>With</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>方言</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>Last job</source>
        <translation>最近的作业</translation>
    </message>
    <message>
        <source>There is no task yet: make a folder first.</source>
        <translation>还没有任务：请先新建文件夹。</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>May stay empty: it is written in the editor.</source>
        <translation>可以留空：在编辑器中编写。</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Submit…</source>
        <translation>提交…</translation>
    </message>
    <message>
        <source>New task…</source>
        <translation>新建任务…</translation>
    </message>
    <message>
        <source>New folder inside…</source>
        <translation>在其中新建文件夹…</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>重新启动…</translation>
    </message>
    <message>
        <source>Savepoint…</source>
        <translation>Savepoint…</translation>
    </message>
    <message>
        <source>End the job…</source>
        <translation>结束作业…</translation>
    </message>
    <message>
        <source>End the job of %1?</source>
        <translation>是否结束 %1 的作业？</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Unpublish</source>
        <translation>取消发布</translation>
    </message>
    <message>
        <source>Compare versions…</source>
        <translation>比较版本…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>回滚…</translation>
    </message>
    <message>
        <source>Replace the statement of %1? What stands there now is lost, unless it was published.</source>
        <translation>是否替换 %1 的语句？当前内容若未发布过，将会丢失。</translation>
    </message>
    <message>
        <source>Delete a version…</source>
        <translation>删除版本…</translation>
    </message>
    <message>
        <source>Delete a version of %1? It cannot be brought back.</source>
        <translation>是否删除 %1 的一个版本？删除后无法恢复。</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>血缘</translation>
    </message>
    <message>
        <source>Export SQL</source>
        <translation>导出 SQL</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete %1 from the server? It cannot be brought back.</source>
        <translation>从服务器上删除 %1？删除后无法恢复。</translation>
    </message>
    <message>
        <source>the state that the job has when it is ended</source>
        <translation>作业结束时的状态</translation>
    </message>
    <message>
        <source>To the folder</source>
        <translation>目标文件夹</translation>
    </message>
</context>
<context>
    <name>DinkyTest</name>
    <message>
        <source>%1, chosen</source>
        <translation>%1，已选择</translation>
    </message>
    <message>
        <source>needs a server that answers</source>
        <translation>需要有应答的服务器</translation>
    </message>
    <message>
        <source>needs a login that the server accepts</source>
        <translation>需要服务器接受的登录</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Explain and plans</source>
        <translation>解释和计划</translation>
    </message>
    <message>
        <source>Submit, cancel and savepoints of tasks</source>
        <translation>任务的提交、取消和 Savepoint</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Tasks, clusters and tenants</source>
        <translation>任务、集群和租户</translation>
    </message>
    <message>
        <source>Documented calls</source>
        <translation>文档中的调用</translation>
    </message>
    <message>
        <source>Find the version</source>
        <translation>检测版本</translation>
    </message>
    <message>
        <source>Log in as %1</source>
        <translation>以 %1 登录</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>Dinky %1; its OpenAPI lets everybody in, with all rights</source>
        <translation>Dinky %1；其 OpenAPI 对所有人开放全部权限</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>no user is given: jobs, tasks and logs stay closed</source>
        <translation>未填写用户：无法访问作业、任务和日志</translation>
    </message>
    <message>
        <source>Tenants: %1</source>
        <translation>租户：%1</translation>
    </message>
    <message>
        <source>Dinky answers.</source>
        <translation>Dinky 有应答。</translation>
    </message>
    <message>
        <source>Dinky cannot be used yet.</source>
        <translation>Dinky 暂不可用。</translation>
    </message>
</context>
<context>
    <name>DliAnswer</name>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) ahead of the service&apos;s: set it right.</source>
        <translation>
            <numerusform>本机时钟比服务的时钟快 %n 分钟：请校准。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) behind the service&apos;s: set it right.</source>
        <translation>
            <numerusform>本机时钟比服务的时钟慢 %n 分钟：请校准。</numerusform>
        </translation>
    </message>
    <message>
        <source>Check access key and secret key of the connection.</source>
        <translation>请检查连接中的访问密钥（AK）和私有密钥（SK）。</translation>
    </message>
    <message>
        <source>Get a new token.</source>
        <translation>请获取新的令牌。</translation>
    </message>
    <message>
        <source>The service refused the call.</source>
        <translation>服务拒绝了此调用。</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>请求 ID：%1</translation>
    </message>
    <message>
        <source>The service takes no more calls for now (HTTP 429): try again later.</source>
        <translation>服务暂时不再接受调用（HTTP 429）：请稍后重试。</translation>
    </message>
    <message>
        <source>The service takes no more calls for now (HTTP 429): try again in %1 s.</source>
        <translation>服务暂时不再接受调用（HTTP 429）：请在 %1 s 后重试。</translation>
    </message>
    <message>
        <source>The service sent the call elsewhere (HTTP %1), and a signed call is not sent on: correct the address of the connection.</source>
        <translation>服务将调用重定向到了别处（HTTP %1），而已签名的调用不会继续转发：请更正连接的地址。</translation>
    </message>
    <message>
        <source>The answer of the service is empty.</source>
        <translation>服务的应答为空。</translation>
    </message>
    <message>
        <source>The answer of the service is no whole JSON: %1 at byte %2.</source>
        <translation>服务的应答不是完整的 JSON：第 %2 字节处 %1。</translation>
    </message>
    <message>
        <source>The service answered a list where one thing was asked for.</source>
        <translation>请求的是单个对象，服务却返回了列表。</translation>
    </message>
    <message>
        <source>Check the project id, or ask the owner of the project for the right.</source>
        <translation>请检查项目 ID，或向项目所有者申请权限。</translation>
    </message>
</context>
<context>
    <name>DliBackend</name>
    <message>
        <source>Id of the project.</source>
        <translation>项目 ID。</translation>
    </message>
    <message>
        <source>Access key; its secret key comes from MILLRACE_SECRET.</source>
        <translation>访问密钥（AK）；对应的私有密钥（SK）取自 MILLRACE_SECRET。</translation>
    </message>
    <message>
        <source>Region, for finding the project.</source>
        <translation>区域，用于查找项目。</translation>
    </message>
    <message>
        <source>Address of IAM, for finding the project.</source>
        <translation>IAM 地址，用于查找项目。</translation>
    </message>
    <message>
        <source>Log in with the token in MILLRACE_TOKEN.</source>
        <translation>使用 MILLRACE_TOKEN 中的令牌登录。</translation>
    </message>
    <message>
        <source>Secret key.</source>
        <translation>私有密钥（SK）。</translation>
    </message>
    <message>
        <source>Security token of a temporary key.</source>
        <translation>临时密钥的安全令牌。</translation>
    </message>
    <message>
        <source>Token, instead of keys.</source>
        <translation>令牌，用来代替密钥。</translation>
    </message>
</context>
<context>
    <name>DliCatalog</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n 个表</numerusform>
        </translation>
    </message>
    <message>
        <source>partition</source>
        <translation>分区</translation>
    </message>
</context>
<context>
    <name>DliChecker</name>
    <message>
        <source>The statement is right</source>
        <translation>语句正确</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Data Lake Insight checks a statement without running it, and shows no plan of it.</source>
        <translation>Data Lake Insight 检查语句时不运行它，也不显示其计划。</translation>
    </message>
</context>
<context>
    <name>DliClient</name>
    <message>
        <source>There is no address of IAM to ask: give the project id, or the IAM address, in the connection.</source>
        <translation>没有可查询的 IAM 地址：请在连接中填写项目 ID 或 IAM 地址。</translation>
    </message>
    <message>
        <source>IAM answered without a token: check the IAM address.</source>
        <translation>IAM 的应答中没有令牌：请检查 IAM 地址。</translation>
    </message>
    <message>
        <source>IAM knows no project of the region %1: give the project id in the connection.</source>
        <translation>IAM 中没有区域 %1 的项目：请在连接中填写项目 ID。</translation>
    </message>
    <message>
        <source>IAM knows several projects of the region %1: give the project id in the connection.</source>
        <translation>IAM 中区域 %1 有多个项目：请在连接中填写项目 ID。</translation>
    </message>
    <message>
        <source>The service has no call %1.</source>
        <translation>服务没有调用 %1。</translation>
    </message>
    <message>
        <source>The service answered a list where one thing was asked for.</source>
        <translation>请求的是单个对象，服务却返回了列表。</translation>
    </message>
    <message>
        <source>The secret key is missing: type it in the connection.</source>
        <translation>缺少私有密钥（SK）：请在连接中填写。</translation>
    </message>
    <message>
        <source>The token is missing: type it in the connection.</source>
        <translation>缺少令牌：请在连接中填写。</translation>
    </message>
    <message>
        <source>The password is missing: type it in the connection.</source>
        <translation>缺少密码：请在连接中填写。</translation>
    </message>
</context>
<context>
    <name>DliControl</name>
    <message>
        <source>The job had finished before it could be cancelled.</source>
        <translation>作业在取消之前已经结束。</translation>
    </message>
    <message>
        <source>Asking the service to stop the job</source>
        <translation>正在请求服务停止作业</translation>
    </message>
    <message>
        <source>Only Flink jobs can be started again: run the statement of a SQL job, or submit the batch anew.</source>
        <translation>只有 Flink 作业可以重新启动：SQL 作业请重新运行其语句，批处理请重新提交。</translation>
    </message>
    <message>
        <source>Naming the savepoint to the service</source>
        <translation>正在向服务指定 Savepoint</translation>
    </message>
</context>
<context>
    <name>DliFlinkForms</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A job&apos;s name has at most 57 characters.</source>
        <translation>作业名称最多 57 个字符。</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Checkpoints are</source>
        <translation>检查点语义</translation>
    </message>
    <message>
        <source>Exactly once</source>
        <translation>精确一次</translation>
    </message>
    <message>
        <source>At least once</source>
        <translation>至少一次</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Compute units</source>
        <translation>计算单元</translation>
    </message>
    <message>
        <source>JobManager units</source>
        <translation>JobManager 计算单元</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>并行度</translation>
    </message>
    <message>
        <source>TaskManager units</source>
        <translation>TaskManager 计算单元</translation>
    </message>
    <message>
        <source>TaskManager slots</source>
        <translation>TaskManager slot 数</translation>
    </message>
    <message>
        <source>It needs a bucket: name one below.</source>
        <translation>需要一个桶：请在下方填写。</translation>
    </message>
    <message>
        <source>Take checkpoints</source>
        <translation>启用检查点</translation>
    </message>
    <message>
        <source>Write logs into the bucket</source>
        <translation>将日志写入桶</translation>
    </message>
    <message>
        <source>Start again after a failure</source>
        <translation>失败后重新启动</translation>
    </message>
    <message>
        <source>From its last checkpoint</source>
        <translation>从最近的检查点恢复</translation>
    </message>
    <message>
        <source>Seconds between them</source>
        <translation>间隔（秒）</translation>
    </message>
    <message>
        <source>OBS bucket</source>
        <translation>OBS 桶</translation>
    </message>
    <message>
        <source>SMN topic</source>
        <translation>SMN 主题</translation>
    </message>
    <message>
        <source>Runtime settings</source>
        <translation>运行时设置</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>委托</translation>
    </message>
    <message>
        <source>For checkpoints, savepoints, logs and dirty data. The service must be allowed to write there.</source>
        <translation>用于检查点、Savepoint、日志和脏数据。必须允许服务写入该桶。</translation>
    </message>
    <message>
        <source>Keep idle state (s)</source>
        <translation>空闲状态保留时间（s）</translation>
    </message>
    <message>
        <source>Dirty data</source>
        <translation>脏数据</translation>
    </message>
    <message>
        <source>0 ignores it, 1 fails the job, 2:folder keeps it in OBS.</source>
        <translation>0 表示忽略，1 表示作业失败，2:folder 表示保存到 OBS。</translation>
    </message>
    <message>
        <source>Package of functions</source>
        <translation>函数程序包</translation>
    </message>
    <message>
        <source>Program file</source>
        <translation>程序文件</translation>
    </message>
    <message>
        <source>group/package, or obs://bucket/app.jar.</source>
        <translation>group/package，或 obs://bucket/app.jar。</translation>
    </message>
    <message>
        <source>Main class</source>
        <translation>主类</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Further jars</source>
        <translation>其他 JAR</translation>
    </message>
    <message>
        <source>Further files</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>方言</translation>
    </message>
    <message>
        <source>Flink SQL as in open source</source>
        <translation>开源 Flink SQL</translation>
    </message>
    <message>
        <source>Flink SQL of the service</source>
        <translation>服务自有的 Flink SQL</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行于</translation>
    </message>
    <message>
        <source>A queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>The shared cluster</source>
        <translation>共享集群</translation>
    </message>
    <message>
        <source>The shared cluster runs only Flink SQL of the service.</source>
        <translation>共享集群只能运行服务自有的 Flink SQL。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Flink version</source>
        <translation>Flink 版本</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Checkpoints, logs and restarts</source>
        <translation>检查点、日志和重启</translation>
    </message>
    <message>
        <source>Edge groups</source>
        <translation>边缘计算组</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Own image</source>
        <translation>自定义镜像</translation>
    </message>
    <message>
        <source>What is left empty stays as it is.</source>
        <translation>留空的项保持不变。</translation>
    </message>
</context>
<context>
    <name>DliFlinkJobs</name>
    <message>
        <source>The service says: %1</source>
        <translation>服务返回：%1</translation>
    </message>
    <message>
        <source>The service refused without a reason.</source>
        <translation>服务拒绝了请求，未说明原因。</translation>
    </message>
    <message>
        <source>The service could not stop the job: %1</source>
        <translation>服务无法停止作业：%1</translation>
    </message>
    <message>
        <source>The service could not start the job: %1</source>
        <translation>服务无法启动作业：%1</translation>
    </message>
    <message>
        <source>The savepoint failed and the job runs on: %1</source>
        <translation>Savepoint 失败，作业继续运行：%1</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>运行…</translation>
    </message>
    <message>
        <source>From the last savepoint of each job</source>
        <translation>从每个作业的最近 Savepoint 启动</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>停止…</translation>
    </message>
    <message>
        <source>Take a savepoint first</source>
        <translation>先创建 Savepoint</translation>
    </message>
    <message>
        <source>Stop %1? Without a savepoint, what the job has gathered since its last one is lost.</source>
        <translation>是否停止 %1？若不创建 Savepoint，作业自上一个 Savepoint 以来累积的状态将会丢失。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete %1? A job that runs is ended without a savepoint, and its text goes with it.</source>
        <translation>是否删除 %1？运行中的作业会在不创建 Savepoint 的情况下结束，其文本也会一并删除。</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Simple</source>
        <translation>简化图</translation>
    </message>
    <message>
        <source>With its operators</source>
        <translation>包含算子</translation>
    </message>
    <message>
        <source>Static graph…</source>
        <translation>静态图…</translation>
    </message>
    <message>
        <source>Flink version</source>
        <translation>Flink 版本</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>并行度</translation>
    </message>
    <message>
        <source>Estimate what the job needs</source>
        <translation>估算作业所需资源</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Bucket and folder, without obs://.</source>
        <translation>桶和目录，不带 obs://。</translation>
    </message>
    <message>
        <source>Take a savepoint…</source>
        <translation>创建 Savepoint…</translation>
    </message>
    <message>
        <source>Folder of the savepoint</source>
        <translation>Savepoint 的目录</translation>
    </message>
    <message>
        <source>The folder that holds _metadata. The next run from a savepoint begins there.</source>
        <translation>包含 _metadata 的目录。下次从 Savepoint 运行时将从该处开始。</translation>
    </message>
    <message>
        <source>Import a savepoint…</source>
        <translation>导入 Savepoint…</translation>
    </message>
    <message>
        <source>Open in the editor</source>
        <translation>在编辑器中打开</translation>
    </message>
    <message>
        <source>Ids of the jobs</source>
        <translation>作业 ID</translation>
    </message>
    <message>
        <source>One a line. Empty: all jobs.</source>
        <translation>每行一个。留空则为所有作业。</translation>
    </message>
    <message>
        <source>Create a SQL job…</source>
        <translation>创建 SQL 作业…</translation>
    </message>
    <message>
        <source>Create a jar job…</source>
        <translation>创建 JAR 作业…</translation>
    </message>
    <message>
        <source>Change the SQL job…</source>
        <translation>修改 SQL 作业…</translation>
    </message>
    <message>
        <source>Change the jar job…</source>
        <translation>修改 JAR 作业…</translation>
    </message>
    <message>
        <source>Create an edge SQL job…</source>
        <translation>创建边缘 SQL 作业…</translation>
    </message>
    <message>
        <source>Authorize a bucket…</source>
        <translation>授权桶…</translation>
    </message>
    <message>
        <source>OBS buckets</source>
        <translation>OBS 桶</translation>
    </message>
    <message>
        <source>Export jobs…</source>
        <translation>导出作业…</translation>
    </message>
    <message>
        <source>Folder in OBS</source>
        <translation>OBS 中的目录</translation>
    </message>
    <message>
        <source>Import jobs…</source>
        <translation>导入作业…</translation>
    </message>
    <message>
        <source>Archive in OBS</source>
        <translation>OBS 中的归档文件</translation>
    </message>
    <message>
        <source>In place of jobs of the same name</source>
        <translation>替换同名作业</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>Corrupted</source>
        <translation>损坏记录数</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>Sink</source>
        <translation>汇</translation>
    </message>
    <message>
        <source>Records read a second</source>
        <translation>每秒读取记录数</translation>
    </message>
    <message>
        <source>Records written a second</source>
        <translation>每秒写入记录数</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Logs lie in</source>
        <translation>日志位置</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) start.</source>
        <translation>
            <numerusform>%n 个作业正在启动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) stop.</source>
        <translation>
            <numerusform>%n 个作业正在停止。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are deleted.</source>
        <translation>
            <numerusform>已删除 %n 个作业。</numerusform>
        </translation>
    </message>
    <message>
        <source>Flink jobs</source>
        <translation>Flink 作业</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Last savepoint</source>
        <translation>最近的 Savepoint</translation>
    </message>
    <message>
        <source>No Flink job was created in this project.</source>
        <translation>此项目中没有创建过 Flink 作业。</translation>
    </message>
    <message>
        <source>Execution plan</source>
        <translation>执行计划</translation>
    </message>
    <message>
        <source>The SQL of %1 is open in the editor.</source>
        <translation>%1 的 SQL 已在编辑器中打开。</translation>
    </message>
    <message>
        <source>The job %1 is created as a draft (id %2): run it when it is ready.</source>
        <translation>作业 %1 已创建为草稿（ID %2）：准备就绪后即可运行。</translation>
    </message>
    <message>
        <source>%1 is changed. A job that runs takes it up with its next start.</source>
        <translation>%1 已修改。运行中的作业会在下次启动时生效。</translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation>未说明原因</translation>
    </message>
    <message>
        <source>The service refused: %1</source>
        <translation>服务拒绝了请求：%1</translation>
    </message>
    <message>
        <source>The service refused %1 of %2 jobs: %3</source>
        <translation>%2 个作业中有 %1 个被服务拒绝：%3</translation>
    </message>
    <message>
        <source>The service drew a graph without nodes.</source>
        <translation>服务给出的图中没有节点。</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) in the static graph.</source>
        <translation>
            <numerusform>静态图中有 %n 个节点。</numerusform>
        </translation>
    </message>
    <message>
        <source>Static graph</source>
        <translation>静态图</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>The next run of %1 from a savepoint begins at %2.</source>
        <translation>%1 下次从 Savepoint 运行时将从 %2 开始。</translation>
    </message>
    <message>
        <source>The savepoint of %1 lies in %2.</source>
        <translation>%1 的 Savepoint 位于 %2。</translation>
    </message>
    <message>
        <source>The service has done it.</source>
        <translation>服务已完成此操作。</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
</context>
<context>
    <name>DliForm</name>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>自定义地址</translation>
    </message>
    <message>
        <source>Instead of the region&apos;s: for other clouds of the same make, or a server of your own.</source>
        <translation>代替区域的地址：用于同类的其他云，或您自己的服务器。</translation>
    </message>
    <message>
        <source>Own IAM address</source>
        <translation>自定义 IAM 地址</translation>
    </message>
    <message>
        <source>Project id</source>
        <translation>项目 ID</translation>
    </message>
    <message>
        <source>Empty: found through IAM by the region&apos;s name.</source>
        <translation>留空则按区域名称通过 IAM 查找。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Where SQL runs when a script names no other.</source>
        <translation>脚本未指定队列时，SQL 在此队列中运行。</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息语言</translation>
    </message>
    <message>
        <source>As the service decides</source>
        <translation>由服务决定</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Kept in the system keychain.</source>
        <translation>保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>Access key (AK)</source>
        <translation>访问密钥（AK）</translation>
    </message>
    <message>
        <source>Secret key (SK)</source>
        <translation>私有密钥（SK）</translation>
    </message>
    <message>
        <source>Security token</source>
        <translation>安全令牌</translation>
    </message>
    <message>
        <source>Made for the project; holds 24 hours. Kept in the system keychain.</source>
        <translation>为该项目签发，有效期 24 小时。保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>IAM user</source>
        <translation>IAM 用户</translation>
    </message>
    <message>
        <source>A HUAWEI ID or a federated user cannot log in this way.</source>
        <translation>HUAWEI ID 和联邦用户无法以此方式登录。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>DLI connection</source>
        <translation>DLI 连接</translation>
    </message>
    <message>
        <source>Where projects are found and tokens are made. Empty: the region&apos;s, unless there is an own address.</source>
        <translation>用于查找项目和创建令牌的地址。留空则使用区域的地址，除非填写了自定义地址。</translation>
    </message>
    <message>
        <source>only with temporary keys</source>
        <translation>仅用于临时密钥</translation>
    </message>
</context>
<context>
    <name>DliForms</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>“%1” is no setting: write name = value.</source>
        <translation>“%1”不是设置项：请写成 name = value。</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>每行一个。</translation>
    </message>
    <message>
        <source>As the service decides</source>
        <translation>由服务决定</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>name = value, one a line.</source>
        <translation>name = value，每行一个。</translation>
    </message>
    <message>
        <source>“%1” is no name here: use up to 64 letters, digits and underscores.</source>
        <translation>“%1”不是有效的名称：最多 64 个字母、数字和下划线。</translation>
    </message>
    <message>
        <source>“%1” is no address range: write it as 172.16.0.0/14.</source>
        <translation>“%1”不是地址段：请写成 172.16.0.0/14 的形式。</translation>
    </message>
    <message>
        <source>The queue default cannot be bound: name another one.</source>
        <translation>队列 default 不能绑定：请填写其他队列。</translation>
    </message>
    <message>
        <source>“%1” is no address in OBS: write it as obs://bucket/folder/file.</source>
        <translation>“%1”不是 OBS 地址：请写成 obs://bucket/folder/file 的形式。</translation>
    </message>
    <message>
        <source>“%1” is no host: write address and name, as 192.168.0.7 kafka-1.</source>
        <translation>“%1”不是主机：请写出地址和名称，如 192.168.0.7 kafka-1。</translation>
    </message>
</context>
<context>
    <name>DliInventory</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>The first rows of %1.</source>
        <translation>%1 的前几行。</translation>
    </message>
    <message>
        <source>The service has nothing of the kind %1.</source>
        <translation>服务没有类型为 %1 的对象。</translation>
    </message>
    <message>
        <source>Choose a table first.</source>
        <translation>请先选择表。</translation>
    </message>
    <message>
        <source>The service cannot do that: %1.</source>
        <translation>服务不支持此操作：%1。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Compute units</source>
        <translation>计算单元</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>资源池</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>This project has no queue that the login may see.</source>
        <translation>此项目中没有当前登录可见的队列。</translation>
    </message>
    <message>
        <source>Restart or scale…</source>
        <translation>重启或扩缩容…</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Test an address…</source>
        <translation>测试地址…</translation>
    </message>
    <message>
        <source>Address and port</source>
        <translation>地址和端口</translation>
    </message>
    <message>
        <source>Create a queue…</source>
        <translation>创建队列…</translation>
    </message>
    <message>
        <source>Elastic resource pool</source>
        <translation>弹性资源池</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>程序包</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>No package is uploaded to this project.</source>
        <translation>此项目中没有已上传的程序包。</translation>
    </message>
    <message>
        <source>Upload by address…</source>
        <translation>按地址上传…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Enhanced connections</source>
        <translation>增强型跨源连接</translation>
    </message>
    <message>
        <source>VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>子网</translation>
    </message>
    <message>
        <source>This project has no enhanced connection.</source>
        <translation>此项目中没有增强型跨源连接。</translation>
    </message>
    <message>
        <source>Delete a route…</source>
        <translation>删除路由…</translation>
    </message>
    <message>
        <source>Create a connection…</source>
        <translation>创建连接…</translation>
    </message>
    <message>
        <source>VPC id</source>
        <translation>VPC ID</translation>
    </message>
    <message>
        <source>Subnet id</source>
        <translation>子网 ID</translation>
    </message>
    <message>
        <source>Route table id</source>
        <translation>路由表 ID</translation>
    </message>
    <message>
        <source>Bind queues…</source>
        <translation>绑定队列…</translation>
    </message>
    <message>
        <source>Unbind queues…</source>
        <translation>解绑队列…</translation>
    </message>
    <message>
        <source>Add a route…</source>
        <translation>添加路由…</translation>
    </message>
    <message>
        <source>Address range (CIDR)</source>
        <translation>地址段（CIDR）</translation>
    </message>
    <message>
        <source>Elastic resource pools</source>
        <translation>弹性资源池</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>This project has no elastic resource pool.</source>
        <translation>此项目中没有弹性资源池。</translation>
    </message>
    <message>
        <source>Create a pool…</source>
        <translation>创建资源池…</translation>
    </message>
    <message>
        <source>Least compute units</source>
        <translation>最小计算单元</translation>
    </message>
    <message>
        <source>Most compute units</source>
        <translation>最大计算单元</translation>
    </message>
    <message>
        <source>Add a queue…</source>
        <translation>添加队列…</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Spark batches</source>
        <translation>Spark 批处理</translation>
    </message>
    <message>
        <source>No Spark batch was created in this project.</source>
        <translation>此项目中没有创建过 Spark 批处理。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create a batch…</source>
        <translation>创建批处理…</translation>
    </message>
    <message>
        <source>Program file</source>
        <translation>程序文件</translation>
    </message>
    <message>
        <source>Main class</source>
        <translation>主类</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Spark version</source>
        <translation>Spark 版本</translation>
    </message>
    <message>
        <source>OBS bucket</source>
        <translation>OBS 桶</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>This project has no database that the login may see.</source>
        <translation>此项目中没有当前登录可见的数据库。</translation>
    </message>
    <message>
        <source>Create a database…</source>
        <translation>创建数据库…</translation>
    </message>
    <message>
        <source>Global variables</source>
        <translation>全局变量</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>This project has no global variable.</source>
        <translation>此项目中没有全局变量。</translation>
    </message>
    <message>
        <source>Create a variable…</source>
        <translation>创建变量…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>“%1” is no size: write a number and its unit, as 2G.</source>
        <translation>“%1”不是大小：请写出数字和单位，如 2G。</translation>
    </message>
    <message>
        <source>A package, or obs://bucket/app.jar.</source>
        <translation>程序包，或 obs://bucket/app.jar。</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Further jars</source>
        <translation>其他 JAR</translation>
    </message>
    <message>
        <source>Python files</source>
        <translation>Python 文件</translation>
    </message>
    <message>
        <source>Further files</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>A: 8 cores in all, B: 16, C: 32. What is given below goes before it.</source>
        <translation>A：共 8 核，B：16 核，C：32 核。下方填写的值优先。</translation>
    </message>
    <message>
        <source>Driver memory</source>
        <translation>Driver 内存</translation>
    </message>
    <message>
        <source>Driver cores</source>
        <translation>Driver 核数</translation>
    </message>
    <message>
        <source>Executor memory</source>
        <translation>Executor 内存</translation>
    </message>
    <message>
        <source>Executor cores</source>
        <translation>Executor 核数</translation>
    </message>
    <message>
        <source>Executors</source>
        <translation>Executor 数量</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Own image</source>
        <translation>自定义镜像</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>委托</translation>
    </message>
    <message>
        <source>Start again when it dies</source>
        <translation>终止后重新启动</translation>
    </message>
    <message>
        <source>At most so often</source>
        <translation>最大重试次数</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>The service has taken the batch %1.</source>
        <translation>服务已受理批处理 %1。</translation>
    </message>
    <message>
        <source>As it was created</source>
        <translation>创建时的内容</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Cancel the batch %1? What it has not written yet is lost.</source>
        <translation>是否取消批处理 %1？尚未写入的内容将会丢失。</translation>
    </message>
    <message>
        <source>The batch %1 is cancelled.</source>
        <translation>批处理 %1 已取消。</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Names for addresses in the subnet: address and name, one a line.</source>
        <translation>子网中地址的名称：地址和名称，每行一个。</translation>
    </message>
    <message>
        <source>One a line. The queue default cannot be bound.</source>
        <translation>每行一个。队列 default 不能绑定。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>资源池</translation>
    </message>
    <message>
        <source>Up to 64 letters, digits and underscores.</source>
        <translation>最多 64 个字母、数字和下划线。</translation>
    </message>
    <message>
        <source>The connection %1 is created.</source>
        <translation>连接 %1 已创建。</translation>
    </message>
    <message>
        <source>Hosts…</source>
        <translation>主机…</translation>
    </message>
    <message>
        <source>Address and name, one a line. These take the place of all hosts of the connection.</source>
        <translation>地址和名称，每行一个。它们会替换该连接的所有主机。</translation>
    </message>
    <message>
        <source>The hosts of %1 are changed.</source>
        <translation>%1 的主机已修改。</translation>
    </message>
    <message>
        <source>The service binds the queues to %1: the detail shows the state of each.</source>
        <translation>服务正在将队列绑定到 %1：各队列的状态见详情。</translation>
    </message>
    <message>
        <source>The queues are unbound from %1.</source>
        <translation>队列已与 %1 解绑。</translation>
    </message>
    <message>
        <source>The route is added to %1.</source>
        <translation>路由已添加到 %1。</translation>
    </message>
    <message>
        <source>The service lists no routes: name the one to delete.</source>
        <translation>服务不列出路由：请填写要删除的路由。</translation>
    </message>
    <message>
        <source>The route is deleted from %1.</source>
        <translation>路由已从 %1 中删除。</translation>
    </message>
    <message>
        <source>Delete the connection %1? Its queues lose the way to the subnet, and its routes go.</source>
        <translation>是否删除连接 %1？其队列将无法访问子网，其路由也会删除。</translation>
    </message>
    <message>
        <source>In the background: the service answers before it is done</source>
        <translation>后台执行：服务在操作完成前即返回应答</translation>
    </message>
    <message>
        <source>Delete the database…</source>
        <translation>删除数据库…</translation>
    </message>
    <message>
        <source>Delete the database %1? With its tables, all of their data goes, too; without them the service refuses while there is one. Nothing of it can be brought back.</source>
        <translation>是否删除数据库 %1？连同表一起删除时，表中的所有数据也会删除；否则只要还有表，服务就会拒绝。删除的内容均无法恢复。</translation>
    </message>
    <message>
        <source>With all of its tables and views</source>
        <translation>包括其所有的表和视图</translation>
    </message>
    <message>
        <source>Delete the table…</source>
        <translation>删除表…</translation>
    </message>
    <message>
        <source>Delete %1? The data of a table in DLI goes with it and cannot be brought back; files of a table in OBS stay.</source>
        <translation>是否删除 %1？DLI 表的数据会一并删除且无法恢复；OBS 表的文件会保留。</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>As a job</source>
        <translation>作为作业</translation>
    </message>
    <message>
        <source>As a job: for tables that take longer than the service waits.</source>
        <translation>作为作业：适用于耗时超过服务等待时间的表。</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>预览…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Folder in OBS</source>
        <translation>OBS 中的目录</translation>
    </message>
    <message>
        <source>A folder that does not exist yet.</source>
        <translation>尚不存在的目录。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>If the folder exists</source>
        <translation>目录已存在时</translation>
    </message>
    <message>
        <source>Names of the columns in the first line</source>
        <translation>首行为列名</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Folder or file in OBS</source>
        <translation>OBS 中的目录或文件</translation>
    </message>
    <message>
        <source>In place of what the table holds</source>
        <translation>替换表中现有的内容</translation>
    </message>
    <message>
        <source>The database %1 is gone.</source>
        <translation>数据库 %1 已删除。</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>Description or place</source>
        <translation>描述或位置</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n 个表</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With all of its %n table(s) and views</source>
        <translation>
            <numerusform>包括其全部 %n 个表以及视图</numerusform>
        </translation>
    </message>
    <message>
        <source>The database %1 is created.</source>
        <translation>数据库 %1 已创建。</translation>
    </message>
    <message>
        <source>The queue %1 reaches the address.</source>
        <translation>队列 %1 可以访问该地址。</translation>
    </message>
    <message>
        <source>The queue %1 does not reach the address: the service says %2.</source>
        <translation>队列 %1 无法访问该地址：服务返回 %2。</translation>
    </message>
    <message>
        <source>general runs Flink and Spark jobs, sql runs SQL jobs.</source>
        <translation>general 运行 Flink 和 Spark 作业，sql 运行 SQL 作业。</translation>
    </message>
    <message>
        <source>Empty: the queue has compute units of its own.</source>
        <translation>留空则队列使用自己的计算单元。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>The queue %1 is created. Its first job may wait up to 15 minutes.</source>
        <translation>队列 %1 已创建。其首个作业可能需要等待最多 15 分钟。</translation>
    </message>
    <message>
        <source>End the jobs that run on it</source>
        <translation>结束在其上运行的作业</translation>
    </message>
    <message>
        <source>The service takes care of the queue %1: it may not take jobs for some minutes.</source>
        <translation>服务正在处理队列 %1：几分钟内它可能不接受作业。</translation>
    </message>
    <message>
        <source>Rights…</source>
        <translation>权限…</translation>
    </message>
    <message>
        <source>IAM user</source>
        <translation>IAM 用户</translation>
    </message>
    <message>
        <source>update takes all rights away and gives those named here.</source>
        <translation>update 会收回全部权限，再授予此处列出的权限。</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>The rights on the queue %1 are changed.</source>
        <translation>队列 %1 的权限已修改。</translation>
    </message>
    <message>
        <source>Delete the queue %1? Jobs that run or wait on it end.</source>
        <translation>是否删除队列 %1？在其上运行或等待的作业会结束。</translation>
    </message>
    <message>
        <source>The pool %1 is created.</source>
        <translation>资源池 %1 已创建。</translation>
    </message>
    <message>
        <source>The pool %1 is changed.</source>
        <translation>资源池 %1 已修改。</translation>
    </message>
    <message>
        <source>The queue is in the pool %1.</source>
        <translation>队列已加入资源池 %1。</translation>
    </message>
    <message>
        <source>Delete the pool %1? Its queues go with it.</source>
        <translation>是否删除资源池 %1？其队列会一并删除。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Sensitive: the service shows its value to nobody</source>
        <translation>敏感：服务不向任何人显示其值</translation>
    </message>
    <message>
        <source>The variable %1 is created.</source>
        <translation>变量 %1 已创建。</translation>
    </message>
    <message>
        <source>The variable %1 is changed.</source>
        <translation>变量 %1 已修改。</translation>
    </message>
    <message>
        <source>Delete the variable %1? Statements that use it fail from then on.</source>
        <translation>是否删除变量 %1？此后使用它的语句都会失败。</translation>
    </message>
    <message>
        <source>Catalogs</source>
        <translation>Catalog</translation>
    </message>
    <message>
        <source>This project has no catalog of its own.</source>
        <translation>此项目没有自己的 Catalog。</translation>
    </message>
    <message numerus="yes">
        <source>group of %n package(s)</source>
        <translation>
            <numerusform>含 %n 个程序包的组</numerusform>
        </translation>
    </message>
    <message>
        <source>Addresses in OBS</source>
        <translation>OBS 中的地址</translation>
    </message>
    <message>
        <source>The service could not upload into the group %1: is each address right, and may the service read it?</source>
        <translation>服务无法上传到组 %1：请检查各地址是否正确，以及服务是否有权读取。</translation>
    </message>
    <message>
        <source>The service uploads into the group %1: refresh in a while.</source>
        <translation>服务正在上传到组 %1：请稍后刷新。</translation>
    </message>
    <message>
        <source>The group %1 has the packages.</source>
        <translation>组 %1 已包含这些程序包。</translation>
    </message>
    <message>
        <source>Delete %1? Of a group all packages go. Jobs that name them can no longer start.</source>
        <translation>是否删除 %1？如果是组，其所有程序包都会删除。引用它们的作业将无法再启动。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are deleted.</source>
        <translation>
            <numerusform>已删除 %n 个项目。</numerusform>
        </translation>
    </message>
    <message>
        <source>Check a statement…</source>
        <translation>检查语句…</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Nothing runs: the service reads the statement and says what it is.</source>
        <translation>不会运行任何内容：服务只读取语句并说明其类型。</translation>
    </message>
    <message>
        <source>Export the result…</source>
        <translation>导出结果…</translation>
    </message>
    <message>
        <source>At most so many rows</source>
        <translation>最多行数</translation>
    </message>
    <message>
        <source>Empty: all.</source>
        <translation>留空：全部。</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引号字符</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>转义字符</translation>
    </message>
    <message>
        <source>May be NULL</source>
        <translation>可为 NULL</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>The statement is right: it is of the kind %1.</source>
        <translation>语句正确：类型为 %1。</translation>
    </message>
    <message>
        <source>The result lies in %1.</source>
        <translation>结果位于 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s); the service shows at most 1,000.</source>
        <translation>
            <numerusform>%n 行；服务最多显示 1,000 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Sub jobs</source>
        <translation>子作业</translation>
    </message>
    <message>
        <source>SQL jobs</source>
        <translation>SQL 作业</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>No SQL job ran in this project that the login may see.</source>
        <translation>此项目中没有当前登录可见的 SQL 作业运行过。</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>显示结果</translation>
    </message>
    <message>
        <source>Cancel “%1”?</source>
        <translation>取消“%1”？</translation>
    </message>
    <message>
        <source>Columns of the result</source>
        <translation>结果的列</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are asked to end.</source>
        <translation>
            <numerusform>已请求结束 %n 个作业。</numerusform>
        </translation>
    </message>
    <message>
        <source>The service deletes %1 in the background and names no job to follow: refresh in a while.</source>
        <translation>服务在后台删除 %1，且不提供可跟踪的作业：请稍后刷新。</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>已删除 %1。</translation>
    </message>
    <message>
        <source>%1 is exported to %2.</source>
        <translation>已将 %1 导出到 %2。</translation>
    </message>
    <message>
        <source>%1 is imported into %2.</source>
        <translation>已将 %1 导入到 %2。</translation>
    </message>
    <message>
        <source>The job %1 ended as %2.</source>
        <translation>作业 %1 结束时的状态为 %2。</translation>
    </message>
    <message>
        <source>The service says: %1</source>
        <translation>服务返回：%1</translation>
    </message>
    <message>
        <source>Create statement</source>
        <translation>建表语句</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>%1 of %2 are done, then: %3</source>
        <translation>已完成 %1/%2，随后出错：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s): done.</source>
        <translation>
            <numerusform>%n 项：已完成。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DliJobs</name>
    <message>
        <source>The service keeps no execution plan of this job while it does not run.</source>
        <translation>作业未运行时，服务不保留其执行计划。</translation>
    </message>
    <message>
        <source>Sub job %1</source>
        <translation>子作业 %1</translation>
    </message>
    <message>
        <source>%1: %2 of %3 tasks done, %4 failed</source>
        <translation>%1：%3 个任务中已完成 %2 个，失败 %4 个</translation>
    </message>
    <message>
        <source>The batch is dead: its log tells why.</source>
        <translation>批处理已终止（dead）：原因见其日志。</translation>
    </message>
    <message>
        <source>%1 are missing: %2</source>
        <translation>缺少 %1：%2</translation>
    </message>
    <message>
        <source>Of %1 the newest %2 of %3 are shown.</source>
        <translation>%1共 %3 个，只显示最新的 %2 个。</translation>
    </message>
    <message>
        <source>Flink jobs</source>
        <translation>Flink 作业</translation>
    </message>
    <message>
        <source>SQL jobs</source>
        <translation>SQL 作业</translation>
    </message>
    <message>
        <source>Spark batches</source>
        <translation>Spark 批处理</translation>
    </message>
    <message>
        <source>Spark batch</source>
        <translation>Spark 批处理</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>submitting</source>
        <translation>正在提交</translation>
    </message>
    <message>
        <source>could not start</source>
        <translation>启动失败</translation>
    </message>
    <message>
        <source>running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>could not stop</source>
        <translation>停止失败</translation>
    </message>
    <message>
        <source>taking a savepoint</source>
        <translation>正在创建 Savepoint</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped: not paid</source>
        <translation>已停止：欠费</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>The service hands out no Flink logs, and this job writes none: switch logging on to have them in a bucket.</source>
        <translation>服务不提供 Flink 日志，此作业也未写入日志：请开启日志记录，以便将日志保存到桶中。</translation>
    </message>
    <message>
        <source>The service hands out no Flink logs: those of this job lie in %1</source>
        <translation>服务不提供 Flink 日志：此作业的日志位于 %1</translation>
    </message>
</context>
<context>
    <name>DliMetrics</name>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
</context>
<context>
    <name>DliParts</name>
    <message>
        <source>Job id</source>
        <translation>作业 ID</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>状态说明</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>读取行数</translation>
    </message>
    <message>
        <source>Bad rows</source>
        <translation>错误行数</translation>
    </message>
    <message>
        <source>Bytes read</source>
        <translation>读取字节数</translation>
    </message>
    <message>
        <source>Rows of the result</source>
        <translation>结果行数</translation>
    </message>
    <message>
        <source>Result lies in</source>
        <translation>结果位置</translation>
    </message>
    <message>
        <source>Format of the result</source>
        <translation>结果格式</translation>
    </message>
    <message>
        <source>Details lie in</source>
        <translation>详情位置</translation>
    </message>
    <message>
        <source>Data lies in</source>
        <translation>数据位置</translation>
    </message>
    <message>
        <source>Data format</source>
        <translation>数据格式</translation>
    </message>
    <message>
        <source>If the folder exists</source>
        <translation>目录已存在时</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行于</translation>
    </message>
    <message>
        <source>Main class</source>
        <translation>主类</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Has a savepoint</source>
        <translation>有 Savepoint</translation>
    </message>
    <message>
        <source>Last savepoint</source>
        <translation>最近的 Savepoint</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Application id</source>
        <translation>应用 ID</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>运行身份</translation>
    </message>
    <message>
        <source>Spark version</source>
        <translation>Spark 版本</translation>
    </message>
    <message>
        <source>Flink version</source>
        <translation>Flink 版本</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特性</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Edge groups</source>
        <translation>边缘计算组</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Compute units</source>
        <translation>计算单元</translation>
    </message>
    <message>
        <source>Compute units in use</source>
        <translation>已用计算单元</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>计费方式</translation>
    </message>
    <message>
        <source>Least compute units</source>
        <translation>最小计算单元</translation>
    </message>
    <message>
        <source>Most compute units</source>
        <translation>最大计算单元</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Elastic resource pool</source>
        <translation>弹性资源池</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>子网</translation>
    </message>
    <message>
        <source>Address range</source>
        <translation>地址段</translation>
    </message>
    <message>
        <source>Kind of table</source>
        <translation>表类型</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Resource id</source>
        <translation>资源 ID</translation>
    </message>
    <message>
        <source>Enterprise project</source>
        <translation>企业项目</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Peering</source>
        <translation>对等连接</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Failed because</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
</context>
<context>
    <name>DliSavepoints</name>
    <message>
        <source>Only Flink jobs have savepoints.</source>
        <translation>只有 Flink 作业有 Savepoint。</translation>
    </message>
    <message>
        <source>The job is stopped, but the service names no savepoint: look into the bucket of the job under jobs/savepoint/%1/.</source>
        <translation>作业已停止，但服务未给出 Savepoint：请在作业的桶中查看 jobs/savepoint/%1/。</translation>
    </message>
    <message>
        <source>Data Lake Insight cannot drain a job.</source>
        <translation>Data Lake Insight 无法排空（drain）作业。</translation>
    </message>
    <message>
        <source>Data Lake Insight chooses the format itself.</source>
        <translation>Data Lake Insight 自行选择格式。</translation>
    </message>
    <message>
        <source>Savepoints lie in your own bucket: delete them there.</source>
        <translation>Savepoint 保存在您自己的桶中：请在桶中删除。</translation>
    </message>
    <message>
        <source>Data Lake Insight knows only the last savepoint of a job.</source>
        <translation>Data Lake Insight 只记录作业的最后一个 Savepoint。</translation>
    </message>
    <message>
        <source>The service writes the savepoint of a stop into the bucket of the job: leave the folder empty.</source>
        <translation>服务会将停止时的 Savepoint 写入作业的桶：请将文件夹留空。</translation>
    </message>
    <message>
        <source>The job has no bucket of its own: name the folder for the savepoint as bucket/folder/.</source>
        <translation>作业没有自己的桶：请以 bucket/folder/ 的形式指定 Savepoint 的文件夹。</translation>
    </message>
</context>
<context>
    <name>DliSql</name>
    <message>
        <source>sub job %1</source>
        <translation>子作业 %1</translation>
    </message>
    <message>
        <source>The job failed, and the service does not say why.</source>
        <translation>作业失败，服务未说明原因。</translation>
    </message>
    <message>
        <source>Somebody cancelled the job on the service.</source>
        <translation>有人在服务上取消了此作业。</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>SQL on Data Lake Insight</source>
        <translation>Data Lake Insight 上的 SQL</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>As the queue decides</source>
        <translation>由队列决定</translation>
    </message>
</context>
<context>
    <name>DliSubmission</name>
    <message>
        <source>The service made a job and named no id.</source>
        <translation>服务创建了作业，但未给出 ID。</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Job on Data Lake Insight</source>
        <translation>Data Lake Insight 上的作业</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Flink</source>
        <translation>Flink</translation>
    </message>
    <message>
        <source>SQL job</source>
        <translation>SQL 作业</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Empty: the connection&apos;s.</source>
        <translation>留空则使用连接的设置。</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Flink version</source>
        <translation>Flink 版本</translation>
    </message>
    <message>
        <source>Compute units</source>
        <translation>计算单元</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>并行度</translation>
    </message>
    <message>
        <source>OBS bucket</source>
        <translation>OBS 桶</translation>
    </message>
    <message>
        <source>For checkpoints, savepoints and logs.</source>
        <translation>用于检查点、Savepoint 和日志。</translation>
    </message>
    <message>
        <source>Only Flink jobs can start from a savepoint.</source>
        <translation>只有 Flink 作业可以从 Savepoint 启动。</translation>
    </message>
</context>
<context>
    <name>DliTest</name>
    <message>
        <source>Sign with the access key %1</source>
        <translation>使用访问密钥 %1 签名</translation>
    </message>
    <message>
        <source>Log in with the token</source>
        <translation>用令牌登录</translation>
    </message>
    <message>
        <source>Log in as %1</source>
        <translation>以 %1 登录</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>none that this login may see</source>
        <translation>没有当前登录可见的队列</translation>
    </message>
    <message>
        <source>no queue is named %1; there are %2</source>
        <translation>没有名为 %1 的队列；可用的有 %2</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>Check region and address.</source>
        <translation>请检查区域和地址。</translation>
    </message>
    <message>
        <source>needs a login that the service accepts</source>
        <translation>需要服务认可的登录</translation>
    </message>
    <message>
        <source>SQL execution</source>
        <translation>SQL 执行</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Savepoints</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>Queues, packages and connections</source>
        <translation>队列、程序包和连接</translation>
    </message>
    <message>
        <source>Documented calls</source>
        <translation>文档中的调用</translation>
    </message>
    <message>
        <source>Data Lake Insight answers.</source>
        <translation>Data Lake Insight 有应答。</translation>
    </message>
    <message>
        <source>Data Lake Insight cannot be used yet.</source>
        <translation>Data Lake Insight 暂不可用。</translation>
    </message>
</context>
<context>
    <name>EditorGutter</name>
    <message>
        <source>Run this statement</source>
        <translation>运行此语句</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>dev</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>prod</source>
        <translation>生产</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>EventStream</name>
    <message>
        <source>The server answered with something else than events.</source>
        <translation>服务器返回的不是事件流。</translation>
    </message>
    <message>
        <source>The server ends every stream of events at once.</source>
        <translation>服务器总是立即结束事件流。</translation>
    </message>
</context>
<context>
    <name>ExplainCommand</name>
    <message>
        <source>Explains the queries, INSERTs and statement sets of a script on a Flink SQL Gateway. What they need runs on the way:
CREATE, SET, USE and the like, and DROP TEMPORARY; no job is started.

text prints what Flink says, one statement after the other. json, dot and svg print one graph; when the script
has several plans, the ids of its nodes begin with the number of the statement: &quot;2.5&quot;.

--diff OLD NEW compares two plans and says whether the state would fit, as advice. Each is a compiled plan, a JSON
execution plan, the plan of a job, the text of EXPLAIN, what this command prints as json, or a .sql script, which
is explained first.
Exit status: 0 done, 1 the SQL failed or state would be lost, 2 wrong usage, 3 no connection, 130 cancelled.</source>
        <translation>在 Flink SQL Gateway 上解释脚本中的查询、INSERT 和语句集。它们所依赖的语句会顺带运行：
CREATE、SET、USE 等，以及 DROP TEMPORARY；不会启动作业。

text 依次打印 Flink 对每条语句的说明。json、dot 和 svg 打印一张图；脚本有多个计划时，
节点 ID 以语句序号开头：&quot;2.5&quot;。

--diff OLD NEW 比较两个计划，并给出状态能否兼容的建议。每个计划可以是编译后的计划、JSON
执行计划、作业的计划、EXPLAIN 的文本、此命令以 json 打印的内容，或一个 .sql 脚本（会先
解释该脚本）。
退出状态：0 完成，1 SQL 失败或状态会丢失，2 用法错误，3 无法连接，130 已取消。</translation>
    </message>
    <message>
        <source>With --diff: the two plans.</source>
        <translation>与 --diff 同用：要比较的两个计划。</translation>
    </message>
    <message>
        <source>The script to explain; - is stdin.</source>
        <translation>要解释的脚本；- 表示标准输入。</translation>
    </message>
    <message>
        <source>The SQL to explain.</source>
        <translation>要解释的 SQL。</translation>
    </message>
    <message>
        <source>Compares two plans.</source>
        <translation>比较两个计划。</translation>
    </message>
    <message>
        <source>text, json, dot or svg.</source>
        <translation>text、json、dot 或 svg。</translation>
    </message>
    <message>
        <source>Writes to FILE.</source>
        <translation>写入 FILE。</translation>
    </message>
    <message>
        <source>Give one script with -f FILE or SQL with -e SQL.</source>
        <translation>请用 -f FILE 给出一个脚本，或用 -e SQL 给出 SQL。</translation>
    </message>
    <message>
        <source>%1 explains no SQL.</source>
        <translation>%1 无法解释 SQL。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>--diff compares two: give OLD and NEW.</source>
        <translation>--diff 比较两个计划：请给出 OLD 和 NEW。</translation>
    </message>
    <message>
        <source>--diff prints text only.</source>
        <translation>--diff 只能打印 text。</translation>
    </message>
</context>
<context>
    <name>Flink</name>
    <message>
        <source>This version of Flink lists only what is current: run USE CATALOG or USE first to see %1.</source>
        <translation>此版本的 Flink 只列出当前目录和数据库中的对象：要查看 %1，请先运行 USE CATALOG 或 USE。</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>This connection has no valid address of a SQL Gateway: correct it in the connection.</source>
        <translation>此连接没有有效的 SQL Gateway 地址：请在连接中更正。</translation>
    </message>
    <message>
        <source>The job failed: %1</source>
        <translation>作业失败：%1</translation>
    </message>
    <message>
        <source>The gateway no longer knows this session: temporary tables and settings are gone. Open a new session.</source>
        <translation>SQL Gateway 上已没有此会话：临时表和设置均已丢失。请新建会话。</translation>
    </message>
    <message>
        <source>The gateway no longer knows this operation: it was closed, or its session ended.</source>
        <translation>SQL Gateway 上已没有此操作：它已关闭，或所属会话已结束。</translation>
    </message>
    <message>
        <source>The answer was not understood (%1): is this the address of a Flink SQL Gateway?</source>
        <translation>无法理解服务器的应答（%1）：请确认这是 Flink SQL Gateway 的地址。</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>no JSON at byte %1, %2</source>
        <translation>第 %1 字节处不是 JSON，%2</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>no %1 in it</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>The answer was not understood: is this the address of a Flink JobManager?</source>
        <translation>无法理解服务器的应答：请确认这是 Flink JobManager 的地址。</translation>
    </message>
    <message>
        <source>This gateway completes nothing: that needs Flink 1.17 or newer.</source>
        <translation>此 SQL Gateway 不支持补全：需要 Flink 1.17 或更高版本。</translation>
    </message>
    <message>
        <source>%1 answers, but not as a SQL Gateway does: its port is 8083 unless it was configured, the JobManager&apos;s is 8081.</source>
        <translation>%1 有应答，但不是 SQL Gateway：SQL Gateway 的默认端口是 8083，JobManager 的默认端口是 8081。</translation>
    </message>
    <message>
        <source>%1 speaks %2 of the gateway&apos;s protocol, which is too new: use a newer Millrace.</source>
        <translation>%1 使用的 SQL Gateway 协议版本 %2 过新：请使用更新版本的 Millrace。</translation>
    </message>
    <message>
        <source>The gateway did not say how its result goes on.</source>
        <translation>SQL Gateway 没有给出结果的后续地址。</translation>
    </message>
    <message>
        <source>This session has ended: open a new one.</source>
        <translation>此会话已结束：请新建会话。</translation>
    </message>
</context>
<context>
    <name>FlinkCluster</name>
    <message>
        <source>JobManager</source>
        <translation>JobManager</translation>
    </message>
    <message>
        <source>This cluster takes no jars: web.submit.enable is false.</source>
        <translation>此集群不接受 JAR：web.submit.enable 为 false。</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>TaskManager %1 left the cluster.</source>
        <translation>TaskManager %1 已离开集群。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Class path</source>
        <translation>类路径</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>上传时间</translation>
    </message>
    <message>
        <source>Entry classes</source>
        <translation>入口类</translation>
    </message>
    <message>
        <source>The cluster does not have this jar any more.</source>
        <translation>集群中已没有此 JAR。</translation>
    </message>
    <message>
        <source>A Flink cluster has no %1.</source>
        <translation>Flink 集群没有 %1。</translation>
    </message>
    <message>
        <source>TaskManagers</source>
        <translation>TaskManager</translation>
    </message>
    <message>
        <source>TaskManager</source>
        <translation>TaskManager</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Heap</source>
        <translation>堆内存</translation>
    </message>
    <message>
        <source>Managed memory</source>
        <translation>托管内存</translation>
    </message>
    <message>
        <source>GC time</source>
        <translation>GC 时间</translation>
    </message>
    <message>
        <source>Last heartbeat</source>
        <translation>最近心跳</translation>
    </message>
    <message>
        <source>No TaskManager is registered: jobs cannot run until one starts.</source>
        <translation>没有已注册的 TaskManager：在有 TaskManager 启动之前，作业无法运行。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Jobs running</source>
        <translation>运行中的作业</translation>
    </message>
    <message>
        <source>Jars</source>
        <translation>JAR</translation>
    </message>
    <message>
        <source>No jar has been uploaded yet.</source>
        <translation>还没有上传 JAR。</translation>
    </message>
    <message>
        <source>Garbage collector %1</source>
        <translation>垃圾回收器 %1</translation>
    </message>
    <message>
        <source>%1 times, %2 ms</source>
        <translation>%1 次，%2 ms</translation>
    </message>
    <message>
        <source>no %1 in it</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>Run a jar</source>
        <translation>运行 JAR</translation>
    </message>
    <message>
        <source>Plan of a jar</source>
        <translation>JAR 的计划</translation>
    </message>
    <message>
        <source>Entry class</source>
        <translation>入口类</translation>
    </message>
    <message>
        <source>Empty: the one that its manifest names.</source>
        <translation>留空则使用其 manifest 中指定的类。</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Separated by spaces; quote those that hold one.</source>
        <translation>以空格分隔；包含空格的参数请加引号。</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>并行度</translation>
    </message>
    <message>
        <source>Savepoint</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>Missing operators</source>
        <translation>缺失的算子</translation>
    </message>
    <message>
        <source>Drop state that no operator of the new job takes</source>
        <translation>丢弃新作业中没有算子接收的状态</translation>
    </message>
    <message>
        <source>%1 was uploaded.</source>
        <translation>%1 已上传。</translation>
    </message>
    <message>
        <source>Job %1 was started.</source>
        <translation>作业 %1 已启动。</translation>
    </message>
    <message>
        <source>This is what the jar would run.</source>
        <translation>此 JAR 将运行以下内容。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message numerus="yes">
        <source>%n jar(s) were deleted.</source>
        <translation>
            <numerusform>已删除 %n 个 JAR。</numerusform>
        </translation>
    </message>
    <message>
        <source>Upload a jar</source>
        <translation>上传 JAR</translation>
    </message>
    <message>
        <source>Jar</source>
        <translation>JAR</translation>
    </message>
    <message>
        <source>Upload…</source>
        <translation>上传…</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>运行…</translation>
    </message>
    <message>
        <source>Plan…</source>
        <translation>计划…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete %1 from the cluster? Jobs that run from it go on.</source>
        <translation>是否从集群中删除 %1？由它启动的作业会继续运行。</translation>
    </message>
    <message>
        <source>Sending the jar</source>
        <translation>正在发送 JAR</translation>
    </message>
    <message>
        <source>Choose a jar first.</source>
        <translation>请先选择 JAR。</translation>
    </message>
    <message>
        <source>Jars know no action %1.</source>
        <translation>JAR 不支持操作 %1。</translation>
    </message>
</context>
<context>
    <name>FlinkConsole</name>
    <message>
        <source>This call needs the address of the SQL Gateway: fill it in, in the connection.</source>
        <translation>此调用需要 SQL Gateway 的地址：请在连接中填写。</translation>
    </message>
</context>
<context>
    <name>FlinkForm</name>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>SQL Gateway</source>
        <translation>SQL Gateway</translation>
    </message>
    <message>
        <source>JobManager</source>
        <translation>JobManager</translation>
    </message>
    <message>
        <source>For jobs, savepoints and logs; SQL works without it.</source>
        <translation>用于作业、Savepoint 和日志；只用 SQL 时可不填。</translation>
    </message>
    <message>
        <source>Session idle</source>
        <translation>会话空闲</translation>
    </message>
    <message>
        <source>Flink connection</source>
        <translation>Flink 连接</translation>
    </message>
</context>
<context>
    <name>FlinkJobs</name>
    <message>
        <source>no %1 in it</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>The job had already ended by itself: there is nothing to cancel.</source>
        <translation>作业已自行结束：无需取消。</translation>
    </message>
    <message>
        <source>Waiting for the tasks to end</source>
        <translation>正在等待任务结束</translation>
    </message>
    <message>
        <source>The job ended as %1 before it could be cancelled.</source>
        <translation>作业在取消之前已结束，状态为 %1。</translation>
    </message>
    <message>
        <source>The job is %1</source>
        <translation>作业状态为 %1</translation>
    </message>
    <message>
        <source>The JobManager does not answer; asking again</source>
        <translation>JobManager 没有应答；正在重新查询</translation>
    </message>
    <message>
        <source>Flink keeps no job that it could start again: run its SQL or its jar from a savepoint.</source>
        <translation>Flink 不保留可重新启动的作业：请从 Savepoint 运行其 SQL 或 JAR。</translation>
    </message>
    <message numerus="yes">
        <source>The job has %n vertices: only the first 300 show what they do now.</source>
        <translation>
            <numerusform>作业有 %n 个顶点：只有前 300 个显示当前状况。</numerusform>
        </translation>
    </message>
    <message>
        <source>Accumulator %1</source>
        <translation>累加器 %1</translation>
    </message>
    <message>
        <source>Restored from</source>
        <translation>恢复自</translation>
    </message>
    <message>
        <source>The JobManager has no graph of this job yet.</source>
        <translation>JobManager 还没有此作业的图。</translation>
    </message>
    <message>
        <source>Jobs need the address of the JobManager: fill it in, in the connection.</source>
        <translation>作业需要 JobManager 的地址：请在连接中填写。</translation>
    </message>
    <message>
        <source>The JobManager does not know this job any more: it ended a while ago, or the JobManager was started anew.</source>
        <translation>JobManager 已不再有此作业的信息：作业早已结束，或 JobManager 重新启动过。</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of the list could not be read and are left out.</source>
        <translation>
            <numerusform>列表中有 %n 个作业无法读取，已略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>The JobManager no longer keeps this checkpoint: it remembers the last few.</source>
        <translation>JobManager 已不再保留此检查点：它只记录最近几个。</translation>
    </message>
    <message>
        <source>no JSON at byte %1, %2</source>
        <translation>第 %1 字节处不是 JSON，%2</translation>
    </message>
    <message>
        <source>The answer was not understood (%1): is this the address of a Flink JobManager?</source>
        <translation>无法理解服务器的应答（%1）：请确认这是 Flink JobManager 的地址。</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>it is no JSON list</source>
        <translation>不是 JSON 列表</translation>
    </message>
    <message>
        <source>The cluster has no folder for savepoints of its own: name one, or set execution.checkpointing.savepoint-dir. The job runs on.</source>
        <translation>集群没有自己的 Savepoint 文件夹：请指定一个，或设置 execution.checkpointing.savepoint-dir。作业继续运行。</translation>
    </message>
    <message>
        <source>The savepoint failed and the job was not stopped: %1</source>
        <translation>Savepoint 失败，作业未停止：%1</translation>
    </message>
    <message>
        <source>The savepoint failed and the job runs on: %1</source>
        <translation>Savepoint 失败，作业继续运行：%1</translation>
    </message>
    <message>
        <source>The JobManager was started anew meanwhile and knows nothing of this savepoint: look into the folder of the savepoints before you take another one.</source>
        <translation>其间 JobManager 重新启动过，没有此 Savepoint 的信息：再次创建之前，请先查看 Savepoint 的文件夹。</translation>
    </message>
    <message>
        <source>The JobManager was lost while it took the savepoint, so that nobody knows whether it is complete: see whether it comes back. (%1)</source>
        <translation>创建 Savepoint 时与 JobManager 失去联系，无法确定它是否完整：请查看 JobManager 是否恢复。（%1）</translation>
    </message>
    <message>
        <source>Asking the job to stop with a savepoint</source>
        <translation>正在请求作业创建 Savepoint 并停止</translation>
    </message>
    <message>
        <source>Asking for a savepoint</source>
        <translation>正在请求创建 Savepoint</translation>
    </message>
    <message>
        <source>The tasks write their state</source>
        <translation>任务正在写入状态</translation>
    </message>
    <message>
        <source>The savepoint is complete; waiting for the job to end</source>
        <translation>Savepoint 已完成；正在等待作业结束</translation>
    </message>
    <message>
        <source>The savepoint is complete (%1), but the job ended as %2.</source>
        <translation>Savepoint 已完成（%1），但作业结束时的状态为 %2。</translation>
    </message>
    <message>
        <source>The savepoint is complete (%1), but nobody says whether the job ended: %2</source>
        <translation>Savepoint 已完成（%1），但无法得知作业是否结束：%2</translation>
    </message>
    <message>
        <source>There is no savepoint at %1 (any more).</source>
        <translation>%1 处没有 Savepoint，或已不存在。</translation>
    </message>
</context>
<context>
    <name>FlinkLogs</name>
    <message>
        <source>JobManager</source>
        <translation>JobManager</translation>
    </message>
    <message>
        <source>TaskManager %1</source>
        <translation>TaskManager %1</translation>
    </message>
    <message>
        <source>%1 is gone: its TaskManager left the cluster, or the file was deleted.</source>
        <translation>%1 已不存在：其 TaskManager 已离开集群，或文件已被删除。</translation>
    </message>
    <message>
        <source>%1 is gone: the JobManager does not list it any more.</source>
        <translation>%1 已不存在：JobManager 不再列出它。</translation>
    </message>
</context>
<context>
    <name>FlinkMetrics</name>
    <message>
        <source>Job %1</source>
        <translation>作业 %1</translation>
    </message>
    <message>
        <source>JobManager</source>
        <translation>JobManager</translation>
    </message>
    <message>
        <source>TaskManager %1</source>
        <translation>TaskManager %1</translation>
    </message>
    <message>
        <source>Flame graphs need Flink 1.13 or newer.</source>
        <translation>火焰图需要 Flink 1.13 或更高版本。</translation>
    </message>
    <message>
        <source>This cluster samples no threads. Set rest.flamegraph.enabled: true in its configuration and start the JobManager anew.</source>
        <translation>此集群不对线程采样。请在其配置中设置 rest.flamegraph.enabled: true，然后重新启动 JobManager。</translation>
    </message>
</context>
<context>
    <name>FlinkPlan</name>
    <message>
        <source>The gateway answered EXPLAIN without a plan.</source>
        <translation>SQL Gateway 对 EXPLAIN 的应答中没有计划。</translation>
    </message>
    <message>
        <source>This version of Flink cannot explain CREATE TABLE … AS: the plan is that of its query alone.</source>
        <translation>此版本的 Flink 无法解释 CREATE TABLE … AS：所示计划仅为其中查询的计划。</translation>
    </message>
    <message>
        <source>Flink explains in a session only: open one on a SQL Gateway first.</source>
        <translation>Flink 只能在会话中解释：请先在 SQL Gateway 上打开会话。</translation>
    </message>
    <message>
        <source>This is no plan: give a compiled plan, a JSON execution plan, the plan of a job or the text of EXPLAIN.</source>
        <translation>这不是计划：请给出编译后的计划、JSON 执行计划、作业的计划或 EXPLAIN 的文本。</translation>
    </message>
    <message>
        <source>There is no step of a plan in this JSON.</source>
        <translation>此 JSON 中没有计划的步骤。</translation>
    </message>
    <message>
        <source>There is no plan in this text.</source>
        <translation>此文本中没有计划。</translation>
    </message>
</context>
<context>
    <name>FlinkResultPage</name>
    <message>
        <source>The gateway sent a result page that cannot be read. Check that the address is a Flink SQL Gateway and that nothing between cuts its answers.</source>
        <translation>SQL Gateway 返回的结果页无法读取。请确认地址是 Flink SQL Gateway，且中间没有设备截断应答。</translation>
    </message>
</context>
<context>
    <name>FlinkSubmission</name>
    <message>
        <source>A %1 shows rows and is no job: run it in the editor, or INSERT its rows into a table.</source>
        <translation>%1 用于显示行，不是作业：请在编辑器中运行，或用 INSERT 将其行写入表。</translation>
    </message>
    <message>
        <source>Only one job can start from a savepoint: put the INSERTs into one statement set, as they were when it was taken.</source>
        <translation>只有一个作业可以从 Savepoint 启动：请将各条 INSERT 放入一个语句集，与创建 Savepoint 时保持一致。</translation>
    </message>
    <message>
        <source>Nothing in this text starts a job: it needs an INSERT or a statement set.</source>
        <translation>此文本不会启动作业：需要 INSERT 或语句集。</translation>
    </message>
    <message>
        <source>Before it, job %1 was started.</source>
        <translation>在此之前已启动作业 %1。</translation>
    </message>
    <message>
        <source>Statement %1 of %2: %3</source>
        <translation>第 %1 条语句（共 %2 条）：%3</translation>
    </message>
    <message>
        <source>The job failed as it started: %1</source>
        <translation>作业在启动时失败：%1</translation>
    </message>
    <message>
        <source>Running SQL needs the address of the SQL Gateway: fill it in, in the connection.</source>
        <translation>运行 SQL 需要 SQL Gateway 的地址：请在连接中填写。</translation>
    </message>
    <message>
        <source>Opening a session</source>
        <translation>正在打开会话</translation>
    </message>
    <message>
        <source>The gateway ran the text and named no job.</source>
        <translation>SQL Gateway 运行了此文本，但未给出作业。</translation>
    </message>
    <message numerus="yes">
        <source>The text started %n jobs: %1.</source>
        <translation>
            <numerusform>此文本启动了 %n 个作业：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Submit to Flink</source>
        <translation>提交到 Flink</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Job name</source>
        <translation>作业名称</translation>
    </message>
    <message>
        <source>Empty: what the text sets, or Flink&apos;s own.</source>
        <translation>留空则使用文本中的设置，或 Flink 的默认名称。</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>并行度</translation>
    </message>
    <message>
        <source>Empty: the cluster&apos;s default.</source>
        <translation>留空则使用集群的默认值。</translation>
    </message>
    <message>
        <source>From a savepoint</source>
        <translation>从 Savepoint 启动</translation>
    </message>
    <message>
        <source>Restore mode</source>
        <translation>恢复模式</translation>
    </message>
    <message>
        <source>Claim: Flink owns the savepoint and deletes it when it needs it no more.</source>
        <translation>认领（CLAIM）：Savepoint 归 Flink 所有，不再需要时由 Flink 删除。</translation>
    </message>
    <message>
        <source>No claim</source>
        <translation>不认领（NO_CLAIM）</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>认领（CLAIM）</translation>
    </message>
    <message>
        <source>Missing operators</source>
        <translation>缺失的算子</translation>
    </message>
    <message>
        <source>Job %1 does not come up and tries again until it is cancelled: %2</source>
        <translation>作业 %1 未能启动，在取消之前会不断重试：%2</translation>
    </message>
    <message>
        <source>Off: Flink refuses to start rather than drop state.</source>
        <translation>关闭时：Flink 宁可拒绝启动，也不丢弃状态。</translation>
    </message>
    <message>
        <source>Allow state that cannot be restored</source>
        <translation>允许存在无法恢复的状态</translation>
    </message>
</context>
<context>
    <name>FlinkTest</name>
    <message>
        <source>Log in as %1</source>
        <translation>以 %1 登录</translation>
    </message>
    <message>
        <source>Log in with the token</source>
        <translation>用令牌登录</translation>
    </message>
    <message>
        <source>Log in with the certificate</source>
        <translation>用证书登录</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>SQL Gateway</source>
        <translation>SQL Gateway</translation>
    </message>
    <message>
        <source>answers, and wants a login</source>
        <translation>有应答，需要登录</translation>
    </message>
    <message>
        <source>Flink %1 · %2 answered · v%3 used</source>
        <translation>Flink %1 · 支持 %2 · 使用 v%3</translation>
    </message>
    <message>
        <source>Open and close a session</source>
        <translation>打开并关闭会话</translation>
    </message>
    <message>
        <source>JobManager</source>
        <translation>JobManager</translation>
    </message>
    <message>
        <source>not tried: the address is not valid</source>
        <translation>未测试：地址无效</translation>
    </message>
    <message>
        <source>no address given</source>
        <translation>未填写地址</translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s)</source>
        <translation>
            <numerusform>%n 个 slot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n 个作业运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>no TaskManager: jobs cannot run</source>
        <translation>没有 TaskManager：作业无法运行</translation>
    </message>
    <message>
        <source>needs the SQL Gateway</source>
        <translation>需要 SQL Gateway</translation>
    </message>
    <message>
        <source>needs the JobManager</source>
        <translation>需要 JobManager</translation>
    </message>
    <message>
        <source>SQL execution</source>
        <translation>SQL 执行</translation>
    </message>
    <message>
        <source>Catalogs</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Savepoints</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>Logs and metrics</source>
        <translation>日志与指标</translation>
    </message>
    <message>
        <source>SQL and jobs work.</source>
        <translation>SQL 和作业均可用。</translation>
    </message>
    <message>
        <source>Look at the steps with a warning.</source>
        <translation>请查看带警告的步骤。</translation>
    </message>
    <message>
        <source>SQL works; jobs do not yet.</source>
        <translation>SQL 可用；作业暂不可用。</translation>
    </message>
    <message>
        <source>Correct the JobManager address, then test again.</source>
        <translation>请更正 JobManager 地址，然后重新测试。</translation>
    </message>
    <message>
        <source>Add the JobManager address to see jobs, savepoints and logs.</source>
        <translation>填写 JobManager 地址后即可查看作业、Savepoint 和日志。</translation>
    </message>
    <message>
        <source>Jobs work; SQL does not yet.</source>
        <translation>作业可用；SQL 暂不可用。</translation>
    </message>
    <message>
        <source>Correct what the first failed step says, then test again.</source>
        <translation>请按第一个失败步骤的提示更正，然后重新测试。</translation>
    </message>
    <message>
        <source>This connection does not work yet.</source>
        <translation>此连接暂不可用。</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>测试已取消。</translation>
    </message>
    <message>
        <source>Submission of SQL</source>
        <translation>提交 SQL</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>%1 is not a port: use a number from 1 to 65535.</source>
        <translation>%1 不是有效端口：请使用 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>%1 is missing: fill it in.</source>
        <translation>缺少“%1”：请填写。</translation>
    </message>
    <message>
        <source>%1 is not a web address: it starts with http:// or https://.</source>
        <translation>%1 不是网址：须以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>%1 names no host: write it like http://host:8083.</source>
        <translation>%1 缺少主机名：请写成 http://host:8083 的形式。</translation>
    </message>
    <message>
        <source>An address must not hold a user or a password: use the fields under Login.</source>
        <translation>地址中不能包含用户名或密码：请使用“登录”下的字段。</translation>
    </message>
    <message>
        <source>A header needs a colon: write %1.</source>
        <translation>请求头需要冒号：请写成 %1。</translation>
    </message>
    <message>
        <source>%1 is no header name: use letters, digits and dashes.</source>
        <translation>%1 不是有效的请求头名称：请使用字母、数字和连字符。</translation>
    </message>
    <message>
        <source>%1 has no port: write it like host:3128.</source>
        <translation>%1 缺少端口：请写成 host:3128 的形式。</translation>
    </message>
    <message>
        <source>%1 does not do: use a whole number from %2 to %3.</source>
        <translation>%1 无效：请使用 %2 到 %3 之间的整数。</translation>
    </message>
</context>
<context>
    <name>GrowingFile</name>
    <message>
        <source>%1 cannot be read: check that it exists and that you may read it.</source>
        <translation>无法读取 %1：请确认它存在且您有读取权限。</translation>
    </message>
    <message>
        <source>Reading %1 broke off.</source>
        <translation>读取 %1 时中断。</translation>
    </message>
</context>
<context>
    <name>Http</name>
    <message>
        <source>%1 cannot be read: %2. Correct the path in the connection.</source>
        <translation>无法读取 %1：%2。请在连接中更正路径。</translation>
    </message>
    <message>
        <source>%1 holds no certificate: choose a PEM file that has one.</source>
        <translation>%1 中没有证书：请选择包含证书的 PEM 文件。</translation>
    </message>
    <message>
        <source>%1 cannot be used as client certificate: check the file and its passphrase.</source>
        <translation>%1 不能用作客户端证书：请检查该文件及其口令。</translation>
    </message>
    <message>
        <source>%1 holds no private key that can be opened: choose the key of the client certificate and check its passphrase.</source>
        <translation>%1 中没有可用的私钥：请选择客户端证书对应的私钥并检查口令。</translation>
    </message>
    <message>
        <source>%1 cannot be opened without its passphrase.</source>
        <translation>没有口令，无法打开 %1。</translation>
    </message>
    <message>
        <source>The certificate of %1 ended on %2: the server needs a new one.</source>
        <translation>%1 的证书已于 %2 到期：服务器需要更换证书。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid before %2: check the clocks of both computers.</source>
        <translation>%1 的证书从 %2 起才有效：请检查两台计算机的时钟。</translation>
    </message>
    <message>
        <source>The certificate of %1 is made out to %2: use that name in the address, or switch off Check host name.</source>
        <translation>%1 的证书签发给 %2：请在地址中使用该名称，或关闭“校验主机名”。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2 signed it, and that is not in the file under Trusted CA. Choose the file that holds it.</source>
        <translation>%1 的证书不受信任：它由 %2 签发，而“受信任的 CA”所选文件中没有该机构。请选择包含该机构的文件。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2 signed it, whom this computer does not know. Choose the CA&apos;s file under Trusted CA.</source>
        <translation>%1 的证书不受信任：它由 %2 签发，而本机不认识该机构。请在“受信任的 CA”下选择其 CA 文件。</translation>
    </message>
    <message>
        <source>%1 shows no certificate: it cannot be trusted.</source>
        <translation>%1 未出示证书：无法信任。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not accepted: %2.</source>
        <translation>不接受 %1 的证书：%2。</translation>
    </message>
    <message>
        <source>Nothing listens on %1: start the server, or correct the address.</source>
        <translation>%1 上没有服务在监听：请启动服务器，或更正地址。</translation>
    </message>
    <message>
        <source>No host is named %1: correct the address, or check the network.</source>
        <translation>找不到主机 %1：请更正地址，或检查网络。</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer: check that the port is right, and look into the server&apos;s log.</source>
        <translation>%1 没有应答就关闭了连接：请确认端口正确，并查看服务器日志。</translation>
    </message>
    <message>
        <source>%1 did not answer: check the address and the network.</source>
        <translation>%1 没有应答：请检查地址和网络。</translation>
    </message>
    <message>
        <source>%1 does not speak TLS: use http:// in the address, or the server&apos;s TLS port.</source>
        <translation>%1 不支持 TLS：请在地址中使用 http://，或改用服务器的 TLS 端口。</translation>
    </message>
    <message>
        <source>%1 asks for a client certificate that it accepts: choose one under Login.</source>
        <translation>%1 要求提供它认可的客户端证书：请在“登录”下选择。</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2.</source>
        <translation>无法与 %1 建立安全连接：%2。</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 cannot be reached: correct it in the connection.</source>
        <translation>无法访问通往 %1 的代理：请在连接中更正。</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 wants a login: choose another proxy in the connection.</source>
        <translation>通往 %1 的代理要求登录：请在连接中选择其他代理。</translation>
    </message>
    <message>
        <source>%1 does not answer in HTTP: check the port.</source>
        <translation>%1 返回的不是 HTTP 应答：请检查端口。</translation>
    </message>
    <message>
        <source>The network is down: %1 cannot be reached.</source>
        <translation>网络不可用：无法访问 %1。</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2.</source>
        <translation>与 %1 的连接失败：%2。</translation>
    </message>
    <message>
        <source>No connection to %1 within %2 s: check the address and the network, or allow more time.</source>
        <translation>%2 秒内未能连接到 %1：请检查地址和网络，或延长超时时间。</translation>
    </message>
    <message>
        <source>%1 was silent for %2 s: try again, or allow more time in the connection.</source>
        <translation>%1 已有 %2 秒没有响应：请重试，或在连接中延长超时时间。</translation>
    </message>
    <message>
        <source>%1 redirects to %2, which is not followed, so that the login stays where it belongs: enter that address in the connection if it is right.</source>
        <translation>%1 重定向到 %2；为避免登录信息外泄，未跟随该重定向：如果该地址正确，请在连接中填写。</translation>
    </message>
    <message>
        <source>%1 redirects again and again: check the address.</source>
        <translation>%1 反复重定向：请检查地址。</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 MB and was dropped: ask for less at a time.</source>
        <translation>%1 的应答超过 %2 MB，已丢弃：请减少每次请求的数据量。</translation>
    </message>
    <message>
        <source>%1 closed the connection in the middle of its answer: try again, and look into the server&apos;s log if it stays so.</source>
        <translation>%1 在应答中途关闭了连接：请重试；如仍然如此，请查看服务器日志。</translation>
    </message>
    <message>
        <source>%1 of %2 bytes came.</source>
        <translation>收到 %1 字节，应为 %2 字节。</translation>
    </message>
    <message>
        <source>%1 bytes came.</source>
        <translation>收到 %1 字节。</translation>
    </message>
    <message>
        <source>%1 refuses the login (401): check it in the connection.</source>
        <translation>%1 拒绝登录（401）：请在连接中检查登录信息。</translation>
    </message>
    <message>
        <source>%1 does not allow this (403): this login lacks the right to it.</source>
        <translation>%1 不允许此操作（403）：当前登录没有相应权限。</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 wants a login (407): choose another proxy.</source>
        <translation>通往 %1 的代理要求登录（407）：请选择其他代理。</translation>
    </message>
    <message>
        <source>%1 knows nothing at %2 (404): check the address.</source>
        <translation>%1 上没有 %2（404）：请检查地址。</translation>
    </message>
    <message>
        <source>%1 is not ready (%2): the server behind it is down or starting. Try again later.</source>
        <translation>%1 尚未就绪（%2）：其后端服务已停止或正在启动。请稍后重试。</translation>
    </message>
    <message>
        <source>%1 failed with status %2: its log says why.</source>
        <translation>%1 出错，状态码 %2：原因见其日志。</translation>
    </message>
    <message>
        <source>%1 refused the request with status %2.</source>
        <translation>%1 拒绝了请求，状态码 %2。</translation>
    </message>
    <message>
        <source>It sent a web page: &quot;%1&quot;.</source>
        <translation>它返回了网页：“%1”。</translation>
    </message>
    <message>
        <source>%1 compressed its answer (%2) although it was asked not to: a proxy on the way may do so.</source>
        <translation>%1 压缩了应答（%2），尽管请求中要求不压缩：可能是中间的代理所为。</translation>
    </message>
    <message>
        <source>%1 answered with a web page instead of JSON: check that the address is the server&apos;s own.</source>
        <translation>%1 返回的是网页而不是 JSON：请确认地址指向服务器本身。</translation>
    </message>
    <message>
        <source>%1 answered with a web page (&quot;%2&quot;) instead of JSON: check that the address is the server&apos;s own.</source>
        <translation>%1 返回的是网页（“%2”）而不是 JSON：请确认地址指向服务器本身。</translation>
    </message>
</context>
<context>
    <name>IncidentBundle</name>
    <message>
        <source>The job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Savepoints</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n further logs were left out.</source>
        <translation>
            <numerusform>另有 %n 个日志已略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking for the job</source>
        <translation>正在查询作业</translation>
    </message>
    <message>
        <source>Asking for checkpoints and savepoints</source>
        <translation>正在查询检查点和 Savepoint</translation>
    </message>
    <message>
        <source>Asking for metrics</source>
        <translation>正在查询指标</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place.</source>
        <translation>无法写入 %1：%2。请选择其他位置。</translation>
    </message>
    <message>
        <source>Writing the bundle</source>
        <translation>正在写入诊断包</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>%1 completed, %2 failed</source>
        <translation>已完成 %1 个，失败 %2 个</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>No exceptions are known.</source>
        <translation>没有已知的异常。</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失内容</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Secrets were replaced by ***.</source>
        <translation>密钥已替换为 ***。</translation>
    </message>
</context>
<context>
    <name>InventoryDetail</name>
    <message>
        <source>The whole value</source>
        <translation>完整的值</translation>
    </message>
    <message>
        <source>Search names and values</source>
        <translation>搜索名称和值</translation>
    </message>
    <message>
        <source>The server gave a graph without any step.</source>
        <translation>服务器给出的图中没有任何步骤。</translation>
    </message>
    <message>
        <source>The server tells nothing here.</source>
        <translation>服务器未在此提供任何信息。</translation>
    </message>
    <message>
        <source>There is nothing in this table.</source>
        <translation>此表中没有内容。</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>文本为空。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>They are the same.</source>
        <translation>两者相同。</translation>
    </message>
    <message>
        <source>%1 added, %2 removed</source>
        <translation>添加 %1 行，移除 %2 行</translation>
    </message>
</context>
<context>
    <name>InventoryModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>%1 is read-only: nothing on it is changed from here.</source>
        <translation>%1 为只读：不能在此更改其中的任何内容。</translation>
    </message>
    <message>
        <source>Choose an item first.</source>
        <translation>请先选择一项。</translation>
    </message>
    <message>
        <source>This works with one item at a time: choose a single one.</source>
        <translation>此操作一次只能处理一项：请只选择一项。</translation>
    </message>
    <message>
        <source>%1 does not allow this now.</source>
        <translation>%1 目前不允许此操作。</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobCommand</name>
    <message>
        <source>The checkpoints could not be read: %1</source>
        <translation>无法读取检查点：%1</translation>
    </message>
    <message>
        <source>%1 has no jobs that could be shown.</source>
        <translation>%1 没有可显示的作业。</translation>
    </message>
    <message>
        <source>Shows all about one job: facts, failures with the root cause first, vertices and checkpoints.</source>
        <translation>显示一个作业的全部信息：基本信息、失败（根本原因在前）、顶点和检查点。</translation>
    </message>
    <message>
        <source>The job.</source>
        <translation>要显示的作业。</translation>
    </message>
    <message>
        <source>table or json.</source>
        <translation>table 或 json。</translation>
    </message>
    <message>
        <source>Give the ID of one job.</source>
        <translation>请给出一个作业的 ID。</translation>
    </message>
</context>
<context>
    <name>JobOutput</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>STARTED (UTC)</source>
        <translation>开始时间（UTC）</translation>
    </message>
    <message>
        <source>DURATION</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>CONNECTION</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>TAKEN (UTC)</source>
        <translation>创建时间（UTC）</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>JOB</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>LOCATION</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>NOTE</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>VERTEX</source>
        <translation>顶点</translation>
    </message>
    <message>
        <source>PARALLELISM</source>
        <translation>并行度</translation>
    </message>
    <message>
        <source>BUSY</source>
        <translation>繁忙</translation>
    </message>
    <message>
        <source>BACKPRESSURED</source>
        <translation>反压</translation>
    </message>
    <message>
        <source>RECORDS IN</source>
        <translation>输入记录</translation>
    </message>
    <message>
        <source>RECORDS OUT</source>
        <translation>输出记录</translation>
    </message>
    <message>
        <source>CHECKPOINT</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>TRIGGERED (UTC)</source>
        <translation>触发时间（UTC）</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>Today %1</source>
        <extracomment>a time of this day, such as &quot;Today 14:22&quot;</extracomment>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>This system does not tell how many tasks run.</source>
        <translation>此系统不提供运行中任务的数量。</translation>
    </message>
    <message>
        <source>Not listed any more: the server knew it last %1 ago. What became of it is unknown.</source>
        <translation>已不在列表中：服务器最后一次列出它是在 %1前，此后情况未知。</translation>
    </message>
    <message>
        <source>The server says no state.</source>
        <translation>服务器未给出状态。</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>服务器给出的状态：%1</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>已调度</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>重启中</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>失败处理中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Last checkpoint</source>
        <translation>最近检查点</translation>
    </message>
    <message>
        <source>In /s</source>
        <translation>输入/秒</translation>
    </message>
    <message>
        <source>Out /s</source>
        <translation>输出/秒</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>最近更新</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Started from here: %1</source>
        <translation>从此处启动：%1</translation>
    </message>
    <message>
        <source>%1 is read-only here: nothing can be done to its jobs.</source>
        <translation>%1 在此处为只读：不能对其作业执行任何操作。</translation>
    </message>
</context>
<context>
    <name>JobsCommand</name>
    <message>
        <source>%1 has no jobs that could be listed.</source>
        <translation>%1 没有可列出的作业。</translation>
    </message>
    <message>
        <source>None of the saved connections has jobs that could be listed.</source>
        <translation>已保存的连接都没有可列出的作业。</translation>
    </message>
    <message>
        <source>Lists jobs: of one connection, or of all saved ones when none is named.
A connection that does not answer is named on stderr; with 3 it ends when none did.</source>
        <translation>列出作业：指定连接时列出该连接的作业，否则列出所有已保存连接的作业。
没有应答的连接会在 stderr 中指出；全部没有应答时退出状态为 3。</translation>
    </message>
    <message>
        <source>Only jobs in this state: pending, running, restarting, stopping, finished, cancelled, failed, suspended or unknown.</source>
        <translation>只列出处于此状态的作业：pending、running、restarting、stopping、finished、cancelled、failed、suspended 或 unknown。</translation>
    </message>
    <message>
        <source>table or json.</source>
        <translation>table 或 json。</translation>
    </message>
    <message>
        <source>Asks again and again until Ctrl+C: a table in place on a terminal, otherwise each job that is new or has changed, as a line.</source>
        <translation>反复查询，直到按下 Ctrl+C：在终端上原地刷新表格，否则每个新增或有变化的作业输出一行。</translation>
    </message>
    <message>
        <source>Seconds between two rounds of --watch.</source>
        <translation>--watch 两轮查询之间的秒数。</translation>
    </message>
    <message>
        <source>“%1” is too much.</source>
        <translation>多余的参数“%1”。</translation>
    </message>
    <message>
        <source>“%1” is no state of a job.</source>
        <translation>“%1”不是作业状态。</translation>
    </message>
</context>
<context>
    <name>LedgerModel</name>
    <message>
        <source>Savepoint</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>there</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>disposed of</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已不存在</translation>
    </message>
</context>
<context>
    <name>LinkisAnswer</name>
    <message>
        <source>The server does not know this login (any more): log in again, and look at user and password.</source>
        <translation>服务器不认识此登录，或登录已失效：请重新登录，并检查用户和密码。</translation>
    </message>
    <message>
        <source>The server checks where calls come from: switch on Referer in the connection.</source>
        <translation>服务器会检查调用来源：请在连接中开启 Referer。</translation>
    </message>
    <message>
        <source>The server refused the call and does not say why.</source>
        <translation>服务器拒绝了该调用，且未说明原因。</translation>
    </message>
    <message>
        <source>(the request, left out)</source>
        <translation>（请求内容已省略）</translation>
    </message>
    <message>
        <source>The server does not take this call: %1 (HTTP %2).</source>
        <translation>服务器不接受此调用：%1（HTTP %2）。</translation>
    </message>
    <message>
        <source>The service behind the gateway does not answer (HTTP %1): it may be starting, or down.</source>
        <translation>网关后面的服务没有应答（HTTP %1）：它可能正在启动，或已停机。</translation>
    </message>
    <message>
        <source>The gateway knows no such address (HTTP %1): check address and version.</source>
        <translation>网关上没有此地址（HTTP %1）：请检查地址和版本。</translation>
    </message>
    <message>
        <source>The gateway answered nothing (HTTP %1): the call reached no service, and nothing was done.</source>
        <translation>网关未返回任何内容（HTTP %1）：该调用未到达任何服务，也未执行任何操作。</translation>
    </message>
    <message>
        <source>The answer of the server is no whole JSON: %1 at byte %2.</source>
        <translation>服务器的应答不是完整的 JSON：%1，位于第 %2 字节。</translation>
    </message>
    <message>
        <source>This is no answer of Linkis: check the address.</source>
        <translation>这不是 Linkis 的应答：请检查地址。</translation>
    </message>
    <message>
        <source>The server sent an answer and no file.</source>
        <translation>服务器返回了应答，但没有文件。</translation>
    </message>
    <message>
        <source>The server sent no file: %1</source>
        <translation>服务器没有返回文件：%1</translation>
    </message>
    <message>
        <source>The service for this call is not registered at the gateway: it may be starting, or down.</source>
        <translation>此调用对应的服务未在网关注册：可能正在启动，或已停止。</translation>
    </message>
    <message>
        <source>The server wants a login at %1: log in there, and give its cookie to the connection.</source>
        <translation>服务器要求在 %1 登录：请在该处登录，并将其 Cookie 填入连接。</translation>
    </message>
</context>
<context>
    <name>LinkisBackend</name>
    <message>
        <source>User; the password comes from MILLRACE_SECRET.</source>
        <translation>用户；密码取自 MILLRACE_SECRET。</translation>
    </message>
    <message>
        <source>Engine type and version.</source>
        <translation>引擎类型和版本。</translation>
    </message>
    <message>
        <source>Creator of tasks.</source>
        <translation>任务所属的应用（creator）。</translation>
    </message>
    <message>
        <source>Log in with the token in MILLRACE_TOKEN.</source>
        <translation>使用 MILLRACE_TOKEN 中的令牌登录。</translation>
    </message>
    <message>
        <source>Password.</source>
        <translation>密码。</translation>
    </message>
    <message>
        <source>Token, instead of a password.</source>
        <translation>令牌，用来代替密码。</translation>
    </message>
</context>
<context>
    <name>LinkisClient</name>
    <message>
        <source>Linkis wants a login: give a user in the connection.</source>
        <translation>Linkis 要求登录：请在连接中填写用户。</translation>
    </message>
    <message>
        <source>Linkis has no call %1.</source>
        <translation>Linkis 没有调用 %1。</translation>
    </message>
    <message>
        <source>There is no password for %1: type it into the connection.</source>
        <translation>缺少 %1 的密码：请在连接中输入。</translation>
    </message>
</context>
<context>
    <name>LinkisForm</name>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Interface version</source>
        <translation>接口版本</translation>
    </message>
    <message>
        <source>The part of the address behind /api/rest_j/; it must be that of the server.</source>
        <translation>地址中 /api/rest_j/ 之后的部分；必须与服务器一致。</translation>
    </message>
    <message>
        <source>Referer</source>
        <translation>Referer</translation>
    </message>
    <message>
        <source>Name the gateway itself, for servers that check it</source>
        <translation>填写网关自身的地址，供会检查它的服务器使用</translation>
    </message>
    <message>
        <source>Settings in</source>
        <translation>设置的语言</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Kept in the system keychain.</source>
        <translation>保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sent encrypted when the server asks for that. Kept in the system keychain.</source>
        <translation>服务器要求时加密发送。保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>代理用户</translation>
    </message>
    <message>
        <source>Work as this user; needs a validation code.</source>
        <translation>以此用户的身份工作；需要验证码。</translation>
    </message>
    <message>
        <source>Validation code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Type and version, as the server lists them; scripts can choose another.</source>
        <translation>服务器列出的类型和版本；脚本可以选用其他引擎。</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>所属应用</translation>
    </message>
    <message>
        <source>Servers cut results of IDE at 5,000 rows.</source>
        <translation>服务器会将 IDE 的结果截断为 5,000 行。</translation>
    </message>
    <message>
        <source>Linkis connection</source>
        <translation>Linkis 连接</translation>
    </message>
    <message>
        <source>Cookie of a browser</source>
        <translation>浏览器的 Cookie</translation>
    </message>
    <message>
        <source>As the server spells it: tasks and their labels carry it.</source>
        <translation>与服务器上的写法一致：任务及其标签会带上它。</translation>
    </message>
    <message>
        <source>Cookie</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>For servers whose login is elsewhere: copied from a browser that is logged in. Kept in the system keychain.</source>
        <translation>用于在别处登录的服务器：从已登录的浏览器中复制。保存在系统密钥环中。</translation>
    </message>
</context>
<context>
    <name>LinkisInventory</name>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>This folder holds nothing that the login may see.</source>
        <translation>此文件夹中没有当前登录可见的内容。</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete %1 from the server? It cannot be brought back.</source>
        <translation>从服务器上删除 %1？删除后无法恢复。</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>所属应用</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核数</translation>
    </message>
    <message>
        <source>No engine of this user is running.</source>
        <translation>此用户没有正在运行的引擎。</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Kill the engine %1? Its tasks end with it.</source>
        <translation>终止引擎 %1？其任务会随之结束。</translation>
    </message>
    <message>
        <source>Data sources</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>No data source is registered.</source>
        <translation>没有已注册的数据源。</translation>
    </message>
    <message>
        <source>Expire</source>
        <translation>设为过期</translation>
    </message>
    <message>
        <source>Expire the data source %1? Tasks cannot use it any more.</source>
        <translation>将数据源 %1 设为过期？任务将不能再使用它。</translation>
    </message>
    <message>
        <source>Global variables</source>
        <translation>全局变量</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Set a variable…</source>
        <translation>设置变量…</translation>
    </message>
    <message>
        <source>Delete the variable %1?</source>
        <translation>是否删除变量 %1？</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>The server lists no creators.</source>
        <translation>服务器没有列出应用。</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>A day, as 2026-03-17.</source>
        <translation>日期，例如 2026-03-17。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>The last day; empty: today.</source>
        <translation>最后一天；留空：今天。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Engine type</source>
        <translation>引擎类型</translation>
    </message>
    <message>
        <source>Task id</source>
        <translation>任务 ID</translation>
    </message>
    <message>
        <source>Of all users</source>
        <translation>所有用户的任务</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>For administrators of the history</source>
        <translation>供历史记录的管理员使用</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>NULL as</source>
        <translation>NULL 写作</translation>
    </message>
    <message>
        <source>The server writes empty texts the same way. Empty: nothing is written.</source>
        <translation>服务器对空文本也采用相同写法。留空：不写入任何内容。</translation>
    </message>
    <message>
        <source>0: as many as the server gives, mostly 5,000.</source>
        <translation>0：服务器给出多少行就取多少行，通常为 5,000 行。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>On this computer: a path, or a name in the home folder.</source>
        <translation>在本机上：路径，或主文件夹中的文件名。</translation>
    </message>
    <message>
        <source>Tasks and results</source>
        <translation>任务和结果</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>The history has no task of this user.</source>
        <translation>历史记录中没有此用户的任务。</translation>
    </message>
    <message>
        <source>Search the history…</source>
        <translation>搜索历史记录…</translation>
    </message>
    <message>
        <source>Open the code</source>
        <translation>打开代码</translation>
    </message>
    <message>
        <source>Kill the task %1?</source>
        <translation>终止任务 %1？</translation>
    </message>
    <message>
        <source>Export through the server…</source>
        <translation>通过服务器导出…</translation>
    </message>
    <message>
        <source>All tables as Excel…</source>
        <translation>将所有表导出为 Excel…</translation>
    </message>
    <message>
        <source>Open in the editor</source>
        <translation>在编辑器中打开</translation>
    </message>
    <message>
        <source>Replace the text…</source>
        <translation>替换文本…</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>On this computer.</source>
        <translation>在本机上。</translation>
    </message>
    <message>
        <source>New file…</source>
        <translation>新建文件…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>No engine uses resources now.</source>
        <translation>当前没有引擎占用资源。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>There is no global variable. Set one: ${name} in code stands for its value.</source>
        <translation>没有全局变量。请设置一个：代码中的 ${name} 代表其值。</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Set a value…</source>
        <translation>设置值…</translation>
    </message>
    <message>
        <source>Empty: the server&apos;s own.</source>
        <translation>留空：使用服务器的默认值。</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>The server names no service.</source>
        <translation>服务器没有列出任何服务。</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Works as</source>
        <translation>操作身份</translation>
    </message>
    <message>
        <source>Logged in until</source>
        <translation>登录有效期至</translation>
    </message>
    <message>
        <source>Nobody is logged in.</source>
        <translation>没有用户登录。</translation>
    </message>
    <message>
        <source>Log in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>%1 is set.</source>
        <translation>已设置 %1。</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>已删除 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>%1: %2 written.</source>
        <translation>%1：已写入 %2。</translation>
    </message>
    <message>
        <source>%1 is made.</source>
        <translation>已创建 %1。</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message>
        <source>%1 is called %2 now.</source>
        <translation>%1 已重命名为 %2。</translation>
    </message>
    <message>
        <source>The server reached the data source.</source>
        <translation>服务器已成功连接到该数据源。</translation>
    </message>
    <message>
        <source>The task %1 is killed.</source>
        <translation>已终止任务 %1。</translation>
    </message>
    <message>
        <source>%1 is logged in.</source>
        <translation>%1 已登录。</translation>
    </message>
    <message>
        <source>The engine %1 is killed.</source>
        <translation>已终止引擎 %1。</translation>
    </message>
    <message>
        <source>The data source has expired.</source>
        <translation>该数据源已设为过期。</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) found.</source>
        <translation>
            <numerusform>找到 %n 个任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>The server does not show this result: %1</source>
        <translation>服务器不显示此结果：%1</translation>
    </message>
    <message>
        <source>The first %1 rows</source>
        <translation>前 %1 行</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>%1 as base64; run the task from the editor to see it</source>
        <translation>%1，base64 编码；请从编辑器运行该任务以查看</translation>
    </message>
    <message>
        <source>HTML source</source>
        <translation>HTML 源代码</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>The server&apos;s own</source>
        <translation>服务器默认值</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>允许的值</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Data source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Result %1</source>
        <translation>结果 %1</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>未发布</translation>
    </message>
    <message>
        <source>published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>All engines</source>
        <translation>所有引擎</translation>
    </message>
    <message>
        <source>For all</source>
        <translation>适用于全部</translation>
    </message>
    <message>
        <source>each call carries the token</source>
        <translation>每次调用都携带令牌</translation>
    </message>
</context>
<context>
    <name>LinkisJobs</name>
    <message>
        <source>The newest %1 of %2 tasks are shown.</source>
        <translation>共 %2 个任务，显示最新的 %1 个。</translation>
    </message>
    <message>
        <source>Parameters of the task are not shown: the server keeps passwords among them.</source>
        <translation>不显示任务参数：服务器会在其中保存密码。</translation>
    </message>
    <message>
        <source>Result set</source>
        <translation>结果集</translation>
    </message>
    <message>
        <source>Asking the server to kill the task</source>
        <translation>正在请求服务器终止任务</translation>
    </message>
    <message>
        <source>Linkis starts no task again: open its code and run it.</source>
        <translation>Linkis 不能重新启动任务：请打开其代码并运行。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Task on Linkis</source>
        <translation>Linkis 上的任务</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Kind of code</source>
        <translation>代码类型</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>所属应用</translation>
    </message>
    <message>
        <source>Linkis starts no task from a savepoint.</source>
        <translation>Linkis 不能从 Savepoint 启动任务。</translation>
    </message>
    <message>
        <source>Error %1</source>
        <translation>错误 %1</translation>
    </message>
    <message>
        <source>The server does not say why: the log may.</source>
        <translation>服务器未说明原因：日志中可能有。</translation>
    </message>
</context>
<context>
    <name>LinkisLogin</name>
    <message>
        <source>The server sent a key for the password that cannot be read.</source>
        <translation>服务器发来的密码加密密钥无法读取。</translation>
    </message>
    <message>
        <source>The password cannot be encrypted with the key of the server: it may be too long for it.</source>
        <translation>无法用服务器的密钥加密密码：密码可能过长。</translation>
    </message>
</context>
<context>
    <name>LinkisResults</name>
    <message>
        <source>The server does not show this result: %1</source>
        <translation>服务器不显示此结果：%1</translation>
    </message>
    <message>
        <source>Page %1 of the result holds other columns than the pages before it.</source>
        <translation>结果的第 %1 页与之前各页的列不同。</translation>
    </message>
    <message>
        <source>Result %1 of %2: %3</source>
        <translation>结果 %1/%2：%3</translation>
    </message>
    <message>
        <source>reading result %1 of %2: %3 rows</source>
        <translation>正在读取结果 %1/%2：%3 行</translation>
    </message>
</context>
<context>
    <name>LinkisSql</name>
    <message>
        <source>The task ended as %1, and the server does not say why: its log may.</source>
        <translation>任务以 %1 结束，服务器未说明原因：可以查看其日志。</translation>
    </message>
    <message>
        <source>Task %1, error %2</source>
        <translation>任务 %1，错误 %2</translation>
    </message>
    <message>
        <source>Code on Linkis</source>
        <translation>Linkis 上的代码</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>%1 · %2, logged in until %3</source>
        <translation>%1 · %2，登录有效期至 %3</translation>
    </message>
</context>
<context>
    <name>LinkisTask</name>
    <message>
        <source>submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>已调度</translation>
    </message>
    <message>
        <source>running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>engine asked for</source>
        <translation>已请求引擎</translation>
    </message>
    <message>
        <source>sent to the engine</source>
        <translation>已发送到引擎</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Submitted from</source>
        <translation>提交来源</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>运行身份</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>入口实例</translation>
    </message>
    <message>
        <source>Engine instance</source>
        <translation>引擎实例</translation>
    </message>
    <message>
        <source>Engine manager</source>
        <translation>引擎管理器</translation>
    </message>
    <message>
        <source>Execution id</source>
        <translation>执行 ID</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>日志文件</translation>
    </message>
    <message>
        <source>Engine log</source>
        <translation>引擎日志</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>LinkisTaskForm</name>
    <message>
        <source>“%1” has no value: write name = value.</source>
        <translation>“%1”没有值：请写成 name = value。</translation>
    </message>
    <message>
        <source>The value of %1 holds a blank: engines do not start with one.</source>
        <translation>%1 的值含有空白：这样引擎无法启动。</translation>
    </message>
    <message>
        <source>“%1” has no version: write the type and the version, as in spark-3.2.1.</source>
        <translation>“%1”没有版本：请写出类型和版本，例如 spark-3.2.1。</translation>
    </message>
    <message>
        <source>A creator holds no dash: the server would take “%1” apart there.</source>
        <translation>所属应用（creator）不能含连字符：服务器会在该处将“%1”拆开。</translation>
    </message>
    <message>
        <source>%1 (not among the server&apos;s)</source>
        <translation>%1（不在服务器的列表中）</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Kind of code</source>
        <translation>代码类型</translation>
    </message>
    <message>
        <source>What the engine takes</source>
        <translation>引擎接受的内容</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Type and version</source>
        <translation>类型和版本</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>所属应用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>name = value, one a line; ${name} in the code stands for the value.</source>
        <translation>name = value，每行一个；代码中的 ${name} 代表其值。</translation>
    </message>
    <message>
        <source>Task parameters</source>
        <translation>任务参数</translation>
    </message>
    <message>
        <source>name = value, one a line. Passwords are not kept: name a data source instead, with wds.linkis.engine.runtime.datasource.</source>
        <translation>name = value，每行一个。密码不会保存：请改用 wds.linkis.engine.runtime.datasource 指定数据源。</translation>
    </message>
    <message>
        <source>Engine parameters</source>
        <translation>引擎参数</translation>
    </message>
    <message>
        <source>name = value, one a line; for engines that start for this script.</source>
        <translation>name = value，每行一个；用于为此脚本启动的引擎。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>The server has not said which engines it has.</source>
        <translation>服务器未说明它有哪些引擎。</translation>
    </message>
    <message>
        <source>Type and version, as the server lists them.</source>
        <translation>类型和版本，与服务器列出的一致。</translation>
    </message>
</context>
<context>
    <name>LinkisTasks</name>
    <message>
        <source>The task %1 has ended already: %2.</source>
        <translation>任务 %1 已经结束：%2。</translation>
    </message>
    <message>
        <source>The task %1 belongs to %2.</source>
        <translation>任务 %1 属于 %2。</translation>
    </message>
    <message>
        <source>The task %1 never ran: there is nothing to kill.</source>
        <translation>任务 %1 从未运行：没有可终止的内容。</translation>
    </message>
    <message>
        <source>The server says that the task %1 is killed, but its history says that it lives.</source>
        <translation>服务器称任务 %1 已终止，但其历史记录显示它仍在运行。</translation>
    </message>
    <message>
        <source>The log is longer: the rest of it stands in the log of task %1 in Jobs.</source>
        <translation>日志还有更多内容：其余部分在“作业”中任务 %1 的日志里。</translation>
    </message>
</context>
<context>
    <name>LinkisTest</name>
    <message>
        <source>Engines</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>%1 is not listed; there are %2</source>
        <translation>%1 不在列表中；可用的有 %2</translation>
    </message>
    <message>
        <source>Log in with the token</source>
        <translation>用令牌登录</translation>
    </message>
    <message>
        <source>Log in as %1</source>
        <translation>以 %1 登录</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>the session lives until %1</source>
        <translation>会话有效期至 %1</translation>
    </message>
    <message>
        <source>needs a login that the server accepts</source>
        <translation>需要服务器接受的登录</translation>
    </message>
    <message>
        <source>SQL and code</source>
        <translation>SQL 和代码</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Files, engines and data sources</source>
        <translation>文件、引擎和数据源</translation>
    </message>
    <message>
        <source>Documented calls</source>
        <translation>文档中的调用</translation>
    </message>
    <message>
        <source>Savepoints</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>Linkis takes none through its gateway</source>
        <translation>Linkis 不能通过其网关触发 Savepoint</translation>
    </message>
    <message>
        <source>Linkis answers.</source>
        <translation>Linkis 有应答。</translation>
    </message>
    <message>
        <source>Linkis cannot be used yet.</source>
        <translation>Linkis 暂不可用。</translation>
    </message>
    <message>
        <source>Log in with the cookie</source>
        <translation>使用 Cookie 登录</translation>
    </message>
</context>
<context>
    <name>LinkisTexts</name>
    <message>
        <source>The task was killed.</source>
        <translation>任务已被终止。</translation>
    </message>
    <message>
        <source>The server has no engine of this type and version.</source>
        <translation>服务器没有此类型和版本的引擎。</translation>
    </message>
    <message>
        <source>Choose an engine that the server lists, under Run › Session.</source>
        <translation>请在“运行 › 会话”中选择服务器列出的引擎。</translation>
    </message>
    <message>
        <source>Servers refuse scripts that hold certain words (for shell among them “for” and “rm -rf”): write it another way, or ask who runs the server.</source>
        <translation>服务器会拒绝含有某些词的脚本（对 shell 而言包括“for”和“rm -rf”）：请换一种写法，或询问服务器的管理者。</translation>
    </message>
    <message>
        <source>The task must run as the user who logged in: look at user and proxy user.</source>
        <translation>任务必须以登录用户的身份运行：请检查用户和代理用户。</translation>
    </message>
    <message>
        <source>Choose a creator without a dash.</source>
        <translation>请选择不含连字符的所属应用（creator）。</translation>
    </message>
    <message>
        <source>The server tries the task again by itself.</source>
        <translation>服务器会自行重试该任务。</translation>
    </message>
    <message>
        <source>No engine could be started: look at the engines under Servers, and at their logs.</source>
        <translation>无法启动引擎：请在“服务器”中查看各引擎及其日志。</translation>
    </message>
    <message>
        <source>Ask who runs the server to keep results in folders of their users (linkis.entrance.enable.hdfs.res.dir.private).</source>
        <translation>请让服务器的管理者将结果保存在各用户的文件夹中（linkis.entrance.enable.hdfs.res.dir.private）。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 done</source>
        <translation>%1：已完成 %2/%3</translation>
    </message>
    <message>
        <source>, %1 running</source>
        <translation>，%1 个运行中</translation>
    </message>
    <message>
        <source>, %1 failed</source>
        <translation>，%1 个失败</translation>
    </message>
</context>
<context>
    <name>LogClock</name>
    <message>
        <source>%1 is not a time zone: write UTC, local, an offset such as +08:00, or a name such as Asia/Shanghai.</source>
        <translation>%1 不是时区：请写 UTC、local、+08:00 这样的偏移量，或 Asia/Shanghai 这样的名称。</translation>
    </message>
</context>
<context>
    <name>LogFile</name>
    <message>
        <source>%1 cannot be read: check that it exists and that you may read it.</source>
        <translation>无法读取 %1：请确认它存在且您有读取权限。</translation>
    </message>
    <message>
        <source>%1 is a folder: name the log files in it.</source>
        <translation>%1 是文件夹：请指定其中的日志文件。</translation>
    </message>
    <message>
        <source>%1 is no file: only files can be read at any place.</source>
        <translation>%1 不是文件：只有文件才能从任意位置读取。</translation>
    </message>
    <message>
        <source>No temporary file can be made in %1: check that there is room.</source>
        <translation>无法在 %1 中创建临时文件：请确认有可用空间。</translation>
    </message>
    <message>
        <source>The temporary file in %1 cannot be written: check that there is room.</source>
        <translation>无法写入 %1 中的临时文件：请确认有可用空间。</translation>
    </message>
</context>
<context>
    <name>LogInput</name>
    <message>
        <source>%1 is a folder: name the log files in it.</source>
        <translation>%1 是文件夹：请指定其中的日志文件。</translation>
    </message>
    <message>
        <source>%1 cannot be read: check that it exists and that you may read it.</source>
        <translation>无法读取 %1：请确认它存在且您有读取权限。</translation>
    </message>
    <message>
        <source>%1 cannot be unpacked.</source>
        <translation>无法解压 %1。</translation>
    </message>
    <message>
        <source>Reading %1 broke off.</source>
        <translation>读取 %1 时中断。</translation>
    </message>
    <message>
        <source>%1 ends in the middle of its packed data: what could be unpacked was read.</source>
        <translation>%1 的压缩数据不完整：已读取能够解压的部分。</translation>
    </message>
    <message>
        <source>%1 is damaged: what could be unpacked was read.</source>
        <translation>%1 已损坏：已读取能够解压的部分。</translation>
    </message>
</context>
<context>
    <name>LogPattern</name>
    <message>
        <source>This is no regular expression: %1 at character %2.</source>
        <translation>这不是有效的正则表达式：%1，位于第 %2 个字符。</translation>
    </message>
</context>
<context>
    <name>LogRows</name>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>LogsCommand</name>
    <message>
        <source>SOURCE</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>CHANGED (UTC)</source>
        <translation>修改时间（UTC）</translation>
    </message>
    <message>
        <source>There are no logs.</source>
        <translation>没有日志。</translation>
    </message>
    <message numerus="yes">
        <source>There are %n logs: choose one with --source; --list names them.</source>
        <translation>
            <numerusform>共有 %n 个日志：请用 --source 选择一个；--list 可列出名称。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no log “%1”; --list names those that are.</source>
        <translation>没有日志“%1”；--list 可列出现有的名称。</translation>
    </message>
    <message numerus="yes">
        <source>%n logs are called “%1”: put the group before it, as --list has it.</source>
        <translation>
            <numerusform>有 %n 个日志名为“%1”：请像 --list 的输出那样在前面加上分组。</numerusform>
        </translation>
    </message>
    <message>
        <source>The log began anew.</source>
        <translation>日志已重新开始。</translation>
    </message>
    <message>
        <source>The server has cut a part of the log away.</source>
        <translation>服务器已截去一部分日志。</translation>
    </message>
    <message>
        <source>%1 has no logs that could be read.</source>
        <translation>%1 没有可读取的日志。</translation>
    </message>
    <message>
        <source>Prints a log of a job, or of the cluster when no job is named.</source>
        <translation>打印作业的日志；未指定作业时打印集群的日志。</translation>
    </message>
    <message>
        <source>The job.</source>
        <translation>要显示的作业。</translation>
    </message>
    <message>
        <source>Names the logs instead.</source>
        <translation>改为列出日志名称。</translation>
    </message>
    <message>
        <source>Which of the logs, by its name.</source>
        <translation>按名称选择日志。</translation>
    </message>
    <message>
        <source>Goes on with what is added, until Ctrl+C.</source>
        <translation>持续输出新增内容，直到按下 Ctrl+C。</translation>
    </message>
    <message>
        <source>Only the last N lines.</source>
        <translation>只输出最后 N 行。</translation>
    </message>
    <message>
        <source>Of --list: table or json.</source>
        <translation>用于 --list：table 或 json。</translation>
    </message>
    <message>
        <source>Give the ID of one job.</source>
        <translation>请给出一个作业的 ID。</translation>
    </message>
</context>
<context>
    <name>Multipart</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>The output cannot be written: %1.</source>
        <translation>无法写入输出：%1。</translation>
    </message>
</context>
<context>
    <name>PlanDiff</name>
    <message>
        <source>One of the plans has no operators.</source>
        <translation>其中一个计划没有算子。</translation>
    </message>
    <message>
        <source>The plans are the same, and the state fits.</source>
        <translation>两个计划相同，状态可以沿用。</translation>
    </message>
    <message>
        <source>The state fits.</source>
        <translation>状态可以沿用。</translation>
    </message>
    <message numerus="yes">
        <source>The state fits in part: %n operator(s) begin empty or with what other conditions left.</source>
        <translation>
            <numerusform>状态可以部分沿用：%n 个算子从空状态开始，或沿用按其他条件留下的内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The plans do not tell whether the state of %n operator(s) fits.</source>
        <translation>
            <numerusform>从计划中看不出 %n 个算子的状态能否沿用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>State would be lost: that of %n operator(s) does not fit.</source>
        <translation>
            <numerusform>状态会丢失：%n 个算子的状态不能沿用。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is advice: a plan does not say all that Flink looks at.</source>
        <translation>仅供参考：计划并未包含 Flink 检查的全部内容。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 changes from %2 to %3: what was kept belongs to the old ones.</source>
        <translation>%1从 %2 变为 %3：保存的内容属于旧值。</translation>
    </message>
    <message>
        <source>The key of the groups</source>
        <translation>分组键</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>It computes other aggregates than before (%1, now %2): their accumulators are kept in one row of another shape.</source>
        <translation>它计算的聚合与之前不同（原为 %1，现为 %2）：其累加器保存在同一行中，该行的结构已改变。</translation>
    </message>
    <message>
        <source>The kind of join</source>
        <translation>Join 类型</translation>
    </message>
    <message>
        <source>The key of the join</source>
        <translation>Join 键</translation>
    </message>
    <message>
        <source>It keeps rows with other columns than before (%1, now %2).</source>
        <translation>它保存的行的列与之前不同（原为 %1，现为 %2）。</translation>
    </message>
    <message>
        <source>The unique key of an input</source>
        <translation>某个输入的唯一键</translation>
    </message>
    <message>
        <source>Its other conditions changed: rows that were joined already followed the old ones.</source>
        <translation>它的其他条件已改变：已经 Join 的行遵循的是旧条件。</translation>
    </message>
    <message>
        <source>The key or the order</source>
        <translation>键或排序</translation>
    </message>
    <message>
        <source>It keeps another number of rows (%1, now %2): rows that were dropped do not come back.</source>
        <translation>它保存的行数与之前不同（原为 %1，现为 %2）：已丢弃的行不会恢复。</translation>
    </message>
    <message>
        <source>It reads another table (%1, now %2): the positions it kept are those of the old one.</source>
        <translation>它读取另一张表（原为 %1，现为 %2）：它保存的位置属于旧表。</translation>
    </message>
    <message>
        <source>It writes to another table (%1, now %2): a plan does not say what a sink keeps.</source>
        <translation>它写入另一张表（原为 %1，现为 %2）：计划中看不出 sink 保存了什么。</translation>
    </message>
    <message>
        <source>Its %1 changed: a plan does not say what that means for its state.</source>
        <translation>它的 %1 已改变：计划中看不出这对其状态有何影响。</translation>
    </message>
    <message>
        <source>Its state would fit, but the compiled plans call it %1 and %2, and Flink finds state by that: give the new plan the old ids.</source>
        <translation>它的状态本可沿用，但两个已编译的计划分别用 %1 和 %2 标识它，而 Flink 据此查找状态：请让新计划使用旧的 ID。</translation>
    </message>
    <message>
        <source>The time that state lives changed (%1, now %2): switching it on or off is refused by Flink before 2.2.</source>
        <translation>状态的保留时间已改变（原为 %1，现为 %2）：Flink 2.2 之前的版本不允许开启或关闭它。</translation>
    </message>
    <message>
        <source>Operators before it were added, removed or put in another order, and Flink names state by the order of operators unless the plan is a compiled one.</source>
        <translation>它前面的算子有增加、移除或顺序变化，而除非使用已编译的计划，Flink 会按算子的顺序为状态命名。</translation>
    </message>
    <message>
        <source>It is the same, but operators were added or removed elsewhere, which may change the name that Flink gives its state.</source>
        <translation>它本身没有变化，但别处增加或移除了算子，这可能会改变 Flink 为其状态所取的名称。</translation>
    </message>
    <message>
        <source>What it keeps comes from rows chosen by the old condition.</source>
        <translation>它保存的内容来自按旧条件选出的行。</translation>
    </message>
    <message>
        <source>It was a %1 and is a %2 now: they keep different things.</source>
        <translation>它原来是 %1，现在是 %2：两者保存的内容不同。</translation>
    </message>
    <message>
        <source>Its upsert key changes from %1 to %2: what was kept is found by the old one.</source>
        <translation>它的 upsert 键从 %1 变为 %2：保存的内容要按旧键查找。</translation>
    </message>
    <message>
        <source>It is new: its state begins empty.</source>
        <translation>它是新增的：状态从空开始。</translation>
    </message>
    <message>
        <source>It is gone, and its state with it: Flink refuses to restore without it unless that is allowed.</source>
        <translation>它已被移除，状态也随之丢失：除非允许跳过，否则 Flink 会拒绝恢复。</translation>
    </message>
</context>
<context>
    <name>Rebalance</name>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>被取代</translation>
    </message>
    <message>
        <source>group emptied</source>
        <translation>消费者组已空</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>仍在进行</translation>
    </message>
    <message>
        <source>start not in the log</source>
        <translation>日志中无起点</translation>
    </message>
    <message>
        <source>coordinator lost</source>
        <translation>协调器丢失</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>member joined</source>
        <translation>成员加入</translation>
    </message>
    <message>
        <source>member left</source>
        <translation>成员离开</translation>
    </message>
    <message>
        <source>poll time-out</source>
        <translation>poll 超时</translation>
    </message>
    <message>
        <source>session time-out</source>
        <translation>会话超时</translation>
    </message>
    <message>
        <source>leader joined again</source>
        <translation>leader 重新加入</translation>
    </message>
    <message>
        <source>subscription changed</source>
        <translation>订阅变更</translation>
    </message>
    <message>
        <source>no sync in time</source>
        <translation>未及时同步</translation>
    </message>
    <message>
        <source>back to the classic protocol</source>
        <translation>回退到经典协议</translation>
    </message>
    <message>
        <source>assignor changed</source>
        <translation>分配策略变更</translation>
    </message>
    <message>
        <source>assignment not stored</source>
        <translation>分配结果未保存</translation>
    </message>
    <message>
        <source>too many members</source>
        <translation>成员过多</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>RebalanceAdvice</name>
    <message>
        <source>Let the consumer take fewer records at a time, so that it calls poll() more often.</source>
        <translation>让消费者每次少取一些记录，以便更频繁地调用 poll()。</translation>
    </message>
    <message>
        <source>More calls and a little less throughput.</source>
        <translation>调用次数增多，吞吐量略降。</translation>
    </message>
    <message>
        <source>Shorten the work between two calls of poll(), or do it in a thread of its own while the partitions are paused.</source>
        <translation>缩短两次 poll() 调用之间的处理时间，或暂停分区并在单独的线程中处理。</translation>
    </message>
    <message>
        <source>The program has to commit offsets itself when the work is done.</source>
        <translation>程序须在处理完成后自行提交位移。</translation>
    </message>
    <message>
        <source>Set the poll time-out to what one batch really needs.</source>
        <translation>按一批记录实际所需的时间设置 poll 超时。</translation>
    </message>
    <message>
        <source>Higher: every rebalance may wait that long for a member that is gone. Lower: a slow batch gets its consumer thrown out.</source>
        <translation>调大：每次重平衡可能都要为已离开的成员等待这么久。调小：处理较慢的一批会使消费者被移出。</translation>
    </message>
    <message>
        <source>Give each kind of work a consumer group of its own, so that a slow one does not stop the others.</source>
        <translation>让每类处理使用各自的消费者组，避免慢的拖住其他的。</translation>
    </message>
    <message>
        <source>Each group needs its own consumers and its own watch over its lag.</source>
        <translation>每个组都需要自己的消费者，并单独监控积压。</translation>
    </message>
    <message>
        <source>Look for long garbage collections, starved CPUs, killed processes and network faults on the members&apos; hosts at these times.</source>
        <translation>请检查这些时刻成员所在主机上是否有长时间的垃圾回收、CPU 不足、进程被杀或网络故障。</translation>
    </message>
    <message>
        <source>Allow a longer silence: the default is 45 s since Kafka 3.0 and was 10 s before; heartbeats should be three times as frequent.</source>
        <translation>允许更长的静默时间：Kafka 3.0 起默认为 45 秒，此前为 10 秒；心跳间隔应为其三分之一。</translation>
    </message>
    <message>
        <source>The partitions of a member that is really dead wait that long.</source>
        <translation>真正失效的成员，其分区也要等待这么久。</translation>
    </message>
    <message>
        <source>Give each consumer a fixed name, so that a restart within the session time-out makes no rebalance.</source>
        <translation>为每个消费者设置固定名称，使会话超时内的重启不触发重平衡。</translation>
    </message>
    <message>
        <source>The partitions of a member that does not come back wait for session.timeout.ms.</source>
        <translation>不再回来的成员，其分区要等待 session.timeout.ms。</translation>
    </message>
    <message>
        <source>Use the cooperative assignor, so that partitions that stay are consumed on during a rebalance.</source>
        <translation>使用协作式分配策略，使保留的分区在重平衡期间继续消费。</translation>
    </message>
    <message>
        <source>Two rolling restarts to change over, and two short rebalances per change.</source>
        <translation>切换需要两次滚动重启，此后每次变更有两次短暂的重平衡。</translation>
    </message>
    <message>
        <source>When many consumers start at once, let a new group wait for them.</source>
        <translation>大量消费者同时启动时，让新的组等待它们。</translation>
    </message>
    <message>
        <source>Every first start of a group waits that long (3 s by default).</source>
        <translation>组每次首次启动都要等待这么久（默认 3 秒）。</translation>
    </message>
    <message>
        <source>Look at the leader: it has to poll to send the assignment, and a leader that is busy or without CPU keeps all others waiting.</source>
        <translation>请查看 leader：它须调用 poll() 才能发送分配结果；leader 忙碌或 CPU 不足时，其他成员都要等待。</translation>
    </message>
    <message>
        <source>Shorten the time between two calls of poll() in all members, since any of them may become leader.</source>
        <translation>缩短所有成员两次 poll() 调用的间隔，因为任何成员都可能成为 leader。</translation>
    </message>
</context>
<context>
    <name>RebalanceAnalyser</name>
    <message>
        <source>No line of a group coordinator was found. Brokers write them at level INFO: set the loggers kafka.coordinator.group.GroupCoordinator and org.apache.kafka.coordinator.group to INFO, and read the broker&apos;s server.log.</source>
        <translation>未找到组协调器的日志行。broker 以 INFO 级别写入这些行：请将日志记录器 kafka.coordinator.group.GroupCoordinator 和 org.apache.kafka.coordinator.group 设为 INFO，并读取 broker 的 server.log。</translation>
    </message>
    <message>
        <source>The group %1 has no rebalance in these logs.</source>
        <translation>这些日志中没有组 %1 的重平衡。</translation>
    </message>
    <message>
        <source>Records of the unknown type %2 that were left out: %1.</source>
        <translation>已略过未知类型 %2 的记录：%1 条。</translation>
    </message>
</context>
<context>
    <name>RebalanceFindings</name>
    <message>
        <source>From %1 on rebalances take %2 instead of %3 (medians). Look for what changed then: a release, a new consumer, more or larger messages, a slower system behind the consumers.</source>
        <translation>从 %1 起，重平衡耗时由 %3 变为 %2（中位数）。请查找当时的变化：发布、新的消费者、消息增多或变大、消费者下游系统变慢。</translation>
    </message>
    <message>
        <source>From %1 on rebalances are short again: %2 instead of %3 (medians).</source>
        <translation>从 %1 起，重平衡恢复短暂：由 %3 变为 %2（中位数）。</translation>
    </message>
    <message>
        <source>Since %1 the duration of rebalances stays just under %2: %3 of %4 take half of it or more, the longest %5, none exceeds it.</source>
        <translation>自 %1 起，重平衡耗时一直略低于 %2：%4 次中有 %3 次达到其一半以上，最长 %5，没有超过的。</translation>
    </message>
    <message>
        <source>Since %1 rebalances last until %2 and end there: %3 of %4 take half of it or more, the longest %5.</source>
        <translation>自 %1 起，重平衡持续到 %2 为止：%4 次中有 %3 次达到其一半以上，最长 %5。</translation>
    </message>
    <message>
        <source>That is the poll time-out of its members (max.poll.interval.ms).</source>
        <translation>这正是其成员的 poll 超时（max.poll.interval.ms）。</translation>
    </message>
    <message>
        <source>That is the default of the poll time-out (max.poll.interval.ms); this log does not print the group&apos;s own.</source>
        <translation>这正是 poll 超时（max.poll.interval.ms）的默认值；此日志没有打印该组自己的值。</translation>
    </message>
    <message>
        <source>The coordinator waits at most that long for every member to join again. A consumer that is busy between two calls of poll() joins only when it is done, and the whole group waits for it.</source>
        <translation>协调器最多等待这么久，让所有成员重新加入。消费者若在两次 poll() 调用之间忙碌，处理完才会加入，整个组都要等它。</translation>
    </message>
    <message>
        <source>Rebalances whose assignment came late after all members had joined: %1, the latest by %2 (the one of %3). “Stabilized” is not the end: consuming goes on only when the leader has sent the assignment.</source>
        <translation>所有成员加入后分配结果迟到的重平衡：%1 次，最多迟到 %2（%3 那次）。“Stabilized”并非结束：leader 发送分配结果后才会继续消费。</translation>
    </message>
    <message>
        <source>Storm: %1 rebalances from %2 to %3, up to %4 within %5. Members come and go, or are thrown out, faster than the group settles.</source>
        <translation>重平衡风暴：从 %2 到 %3 共 %1 次，%5 内最多 %4 次。成员加入、离开或被移出的速度超过了组稳定下来的速度。</translation>
    </message>
    <message>
        <source>It is the worst of %1 storms.</source>
        <translation>这是 %1 次风暴中最严重的一次。</translation>
    </message>
    <message>
        <source>Rebalances overtaken by the next one before the members had their partitions: %1. The longest chain has %2 and stopped consuming for %3 from %4 on.</source>
        <translation>成员尚未拿到分区就被下一次取代的重平衡：%1 次。最长的一串有 %2 次，从 %4 起停止消费 %3。</translation>
    </message>
    <message>
        <source>The group spent %1 % of the time that the logs cover in rebalances, %2 in all.</source>
        <translation>在日志覆盖的时间内，该组有 %1% 的时间处于重平衡，共 %2。</translation>
    </message>
    <message>
        <source>That is an upper bound: its assignor is cooperative, and partitions that stay with their member are consumed on.</source>
        <translation>这是上限：其分配策略为协作式，保留在原成员上的分区会继续消费。</translation>
    </message>
    <message>
        <source>%1 × no heartbeat</source>
        <translation>无心跳 %1 次</translation>
    </message>
    <message>
        <source>%1 × poll time-out</source>
        <translation>poll 超时 %1 次</translation>
    </message>
    <message>
        <source>%1 × not joined in time</source>
        <translation>未及时加入 %1 次</translation>
    </message>
    <message>
        <source>%1 × no sync in time</source>
        <translation>未及时同步 %1 次</translation>
    </message>
    <message>
        <source>%1 × late as leader</source>
        <translation>作为 leader 迟到 %1 次</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 on %2 (%3)</source>
        <translation>%2 上的 %1（%3）</translation>
    </message>
    <message>
        <source>The same members keep the group busy: %1. That is %2 of %3 failures.</source>
        <translation>总是同样的成员在影响该组：%1。%3 次故障中占 %2 次。</translation>
    </message>
    <message>
        <source>%1 of %2 failures of members whose host is known come from %3: look at its load, memory and network.</source>
        <translation>在主机已知的成员故障中，%2 次里有 %1 次来自 %3：请检查其负载、内存和网络。</translation>
    </message>
    <message>
        <source>Departures of members that did not call poll() in time (max.poll.interval.ms): %1. Processing is too slow, not the network.</source>
        <translation>成员因未及时调用 poll()（max.poll.interval.ms）而离开：%1 次。原因是处理太慢，不是网络。</translation>
    </message>
    <message>
        <source>Heartbeats stopped %1 times (session.timeout.ms): the process died, stood still, or lost the network. Slow processing alone does not do that.</source>
        <translation>心跳中断 %1 次（session.timeout.ms）：进程已退出、停顿或断网。单纯的处理缓慢不会导致这种情况。</translation>
    </message>
    <message>
        <source>Members thrown out because they did not join again in time: %1 (%2).</source>
        <translation>因未及时重新加入而被移出的成员：%1（%2）。</translation>
    </message>
    <message>
        <source>Rebalances that waited the whole %1 for them: %2.</source>
        <translation>为它们等满 %1 的重平衡：%2 次。</translation>
    </message>
    <message>
        <source>%1 joins and leaves again and again: %2 rebalances begin with its coming, it left %3 times. Each coming and each going stops the whole group.</source>
        <translation>%1 反复加入和离开：%2 次重平衡由它加入引起，它离开了 %3 次。每次加入和离开都会使整个组停顿。</translation>
    </message>
    <message>
        <source>The log ends inside the rebalance of %1, which had lasted %2 or more by then.</source>
        <translation>日志在 %1 的重平衡期间结束，当时已持续至少 %2。</translation>
    </message>
    <message>
        <source>Rebalances without an end: %1. The broker stopped, gave the group to another broker, or lines are missing: add that broker&apos;s log.</source>
        <translation>没有终点的重平衡：%1 次。broker 已停止、已将该组移交给其他 broker，或日志有缺失：请加上那台 broker 的日志。</translation>
    </message>
    <message>
        <source>Rebalances without a start in these logs: %1. They count in no duration.</source>
        <translation>在这些日志中没有起点的重平衡：%1 次。它们不计入任何耗时。</translation>
    </message>
    <message>
        <source>Times that not one member joined again before the poll time-out: %1. The coordinator then waits anew, so that the rebalance may last a multiple of it.</source>
        <translation>poll 超时前没有任何成员重新加入的情况：%1 次。此时协调器会重新等待，重平衡可能持续数倍于此的时间。</translation>
    </message>
    <message>
        <source>Rebalances in which time runs backwards: %1. The clock was set, daylight saving ended, or logs were mixed. Their durations are left out; choose the zone of the log.</source>
        <translation>时间倒流的重平衡：%1 次。可能是调整了时钟、夏令时结束，或日志混在一起。其耗时未计入；请选择日志的时区。</translation>
    </message>
    <message>
        <source>Rebalances whose generation does not follow the one before: %1. Lines are missing from the logs.</source>
        <translation>generation 与前一次不连续的重平衡：%1 次。日志有缺失。</translation>
    </message>
    <message>
        <source>The group uses the new protocol (group.protocol=consumer) at least for a time: then brokers log epochs only, and no member waits for another. Epochs seen: %1, the last %2.</source>
        <translation>该组至少有一段时间使用新协议（group.protocol=consumer）：此时 broker 只记录 epoch，成员之间不再互相等待。出现的 epoch：%1 个，最后一个是 %2。</translation>
    </message>
    <message>
        <source>Its assignor is cooperative: a change makes two quick rebalances, and partitions that stay are consumed on. Durations are an upper bound of the time without consuming.</source>
        <translation>其分配策略为协作式：一次变更引起两次快速的重平衡，保留的分区会继续消费。所列耗时是停止消费时间的上限。</translation>
    </message>
    <message>
        <source>The first rebalance of a group without members takes 3 s, because the broker waits for others (group.initial.rebalance.delay.ms). That is no fault. Seen: %1.</source>
        <translation>没有成员的组首次重平衡需要 3 秒，因为 broker 会等待其他成员（group.initial.rebalance.delay.ms）。这不是故障。出现 %1 次。</translation>
    </message>
    <message>
        <source>The generations began anew, so the group was deleted and made again. Seen: %1.</source>
        <translation>generation 重新从头开始，说明该组曾被删除并重建。出现 %1 次。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
</context>
<context>
    <name>RebalanceTable</name>
    <message>
        <source>failed: %1</source>
        <translation>故障：%1</translation>
    </message>
    <message>
        <source>left: %1</source>
        <translation>离开：%1</translation>
    </message>
    <message>
        <source>not joined: %1</source>
        <translation>未加入：%1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>join s</source>
        <translation>加入（s）</translation>
    </message>
    <message>
        <source>sync s</source>
        <translation>同步（s）</translation>
    </message>
    <message>
        <source>total s</source>
        <translation>总计（s）</translation>
    </message>
    <message>
        <source>gen</source>
        <translation>generation</translation>
    </message>
    <message>
        <source>members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>lost members</source>
        <translation>失去的成员</translation>
    </message>
    <message>
        <source>Rebalances: %1, %2 per hour; median %3, 95 % under %4, longest %5; %6%7 without consuming (%8 %)</source>
        <translation>重平衡：%1 次，每小时 %2 次；中位数 %3，95% 低于 %4，最长 %5；停止消费 %6%7（%8%）</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Advice: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>Price: %1</source>
        <translation>代价：%1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Mind: %1</source>
        <translation>注意：%1</translation>
    </message>
    <message>
        <source>Times in %1; the log&apos;s own zone is taken to be %2.</source>
        <translation>时间按 %1 显示；日志自身的时区按 %2 处理。</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>组 %1</translation>
    </message>
    <message>
        <source>Client errors</source>
        <translation>客户端错误</translation>
    </message>
</context>
<context>
    <name>RebalancesCommand</name>
    <message>
        <source>Finds the rebalances of Kafka consumer groups in broker logs and says what they tell.</source>
        <translation>查找 Broker 日志中 Kafka 消费者组的再均衡，并说明其含义。</translation>
    </message>
    <message>
        <source>Broker logs, plain or .gz; patterns are expanded.</source>
        <translation>Broker 日志，普通文件或 .gz；通配符会被展开。</translation>
    </message>
    <message>
        <source>Only this group; may be given again.</source>
        <translation>只看这个消费者组；可重复给出。</translation>
    </message>
    <message>
        <source>The time zone of the logs and of the table.</source>
        <translation>日志与表格所用的时区。</translation>
    </message>
    <message>
        <source>table, json or csv.</source>
        <translation>table、json 或 csv。</translation>
    </message>
    <message>
        <source>Give the broker logs that shall be read.</source>
        <translation>请给出要读取的 Broker 日志。</translation>
    </message>
</context>
<context>
    <name>RowFilter</name>
    <message>
        <source>The pattern is not complete at character %1: %2.</source>
        <translation>正则表达式在第 %1 个字符处不完整：%2。</translation>
    </message>
</context>
<context>
    <name>RunCommand</name>
    <message>
        <source>The script to run; - is stdin.</source>
        <translation>要运行的脚本；- 表示标准输入。</translation>
    </message>
    <message>
        <source>The SQL to run.</source>
        <translation>要运行的 SQL。</translation>
    </message>
    <message>
        <source>tableau, csv, json or jsonl.</source>
        <translation>tableau、csv、json 或 jsonl。</translation>
    </message>
    <message>
        <source>Ends each query after N rows.</source>
        <translation>每个查询返回 N 行后结束。</translation>
    </message>
    <message>
        <source>Cancels what runs after S seconds and exits with 4.</source>
        <translation>S 秒后取消正在运行的语句并以 4 退出。</translation>
    </message>
    <message>
        <source>stop after a failed statement, or continue with the next.</source>
        <translation>stop：语句失败后停止；continue：继续下一条。</translation>
    </message>
    <message>
        <source>Writes to FILE, which appears only when the script has ended, was cancelled or timed out.</source>
        <translation>写入 FILE；脚本结束、取消或超时后该文件才会出现。</translation>
    </message>
    <message>
        <source>Give a script with -f FILE or SQL with -e SQL.</source>
        <translation>请用 -f FILE 给出脚本，或用 -e SQL 给出 SQL。</translation>
    </message>
    <message>
        <source>Give one script only.</source>
        <translation>只能给出一个脚本。</translation>
    </message>
    <message>
        <source>%1 cannot run SQL.</source>
        <translation>%1 无法运行 SQL。</translation>
    </message>
    <message>
        <source>Cancelling … (Ctrl+C again leaves at once)</source>
        <translation>正在取消…（再按一次 Ctrl+C 立即退出）</translation>
    </message>
    <message>
        <source>The server does not answer: leaving. What was running there may still run.</source>
        <translation>服务器没有应答，正在退出。服务器上的语句可能仍在运行。</translation>
    </message>
    <message>
        <source>The time that --timeout allows is over: cancelling …</source>
        <translation>已超过 --timeout 限定的时间：正在取消…</translation>
    </message>
    <message>
        <source>Runs SQL on a Flink SQL Gateway, or on another system that takes SQL, and prints the results.

tableau prints what Flink&apos;s own SQL client prints; failures go to stderr. csv, json and jsonl print the rows of
queries, SHOW and EXPLAIN and the ids of jobs; in streaming mode they begin with a column op (+I, -U, +U, -D).
Exit status: 0 done, 1 the SQL failed, 2 wrong usage, 3 no connection, 4 timed out, 130 cancelled.</source>
        <translation>在 Flink SQL Gateway 或其他接受 SQL 的系统上运行 SQL 并打印结果。

tableau 的输出与 Flink 自带的 SQL 客户端相同，失败信息写到 stderr。csv、json 和 jsonl 输出
查询、SHOW 和 EXPLAIN 的行以及作业 ID；流模式下首列为 op（+I、-U、+U、-D）。
退出状态：0 完成，1 SQL 失败，2 用法错误，3 无法连接，4 超时，130 已取消。</translation>
    </message>
</context>
<context>
    <name>SavepointCommand</name>
    <message>
        <source>The savepoint was taken but is not in the ledger: %1</source>
        <translation>Savepoint 已创建，但未记入台账：%1</translation>
    </message>
    <message>
        <source>%1 has no savepoints.</source>
        <translation>%1 没有 Savepoint。</translation>
    </message>
    <message>
        <source>Takes a savepoint of a job, waits until it is complete, prints where it lies and writes that into the ledger.</source>
        <translation>触发作业的 Savepoint，等待其完成，打印其位置并记入台账。</translation>
    </message>
    <message>
        <source>The job.</source>
        <translation>要显示的作业。</translation>
    </message>
    <message>
        <source>The folder it goes to; without it the cluster&apos;s own.</source>
        <translation>存放 Savepoint 的文件夹；不指定则使用集群自己的文件夹。</translation>
    </message>
    <message>
        <source>Ends the job with it.</source>
        <translation>同时结束作业。</translation>
    </message>
    <message>
        <source>With --stop: sends the last watermark first, so that all windows and timers fire.</source>
        <translation>与 --stop 一起使用：先发送最后的水位线，使所有窗口和定时器触发。</translation>
    </message>
    <message>
        <source>default, canonical or native.</source>
        <translation>default、canonical 或 native。</translation>
    </message>
    <message>
        <source>table (the location alone) or json.</source>
        <translation>table（仅位置）或 json。</translation>
    </message>
    <message>
        <source>Give the ID of one job.</source>
        <translation>请给出一个作业的 ID。</translation>
    </message>
    <message>
        <source>--drain ends the job: give --stop, too.</source>
        <translation>--drain 会结束作业：请同时指定 --stop。</translation>
    </message>
    <message>
        <source>The connection %1 is read-only: it stops no jobs.</source>
        <translation>连接 %1 为只读：不能停止作业。</translation>
    </message>
</context>
<context>
    <name>SavepointLedger</name>
    <message>
        <source>%1 is no savepoint ledger: %2.</source>
        <translation>%1 不是 Savepoint 台账：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>it is no JSON (%1 at byte %2)</source>
        <translation>不是 JSON（%1，位于第 %2 字节）</translation>
    </message>
    <message>
        <source>it has no version or no list of savepoints</source>
        <translation>没有版本号或 Savepoint 列表</translation>
    </message>
    <message>
        <source>%1 was written by a newer Millrace: import it with that one.</source>
        <translation>%1 由更新版本的 Millrace 写入：请用该版本导入。</translation>
    </message>
    <message>
        <source>entry %1 has no “%2” that can be used</source>
        <translation>条目 %1 没有可用的“%2”</translation>
    </message>
    <message>
        <source>This savepoint is not in the ledger any more.</source>
        <translation>此 Savepoint 已不在台账中。</translation>
    </message>
</context>
<context>
    <name>SavepointsCommand</name>
    <message>
        <source>Lists the savepoints and kept checkpoints of the ledger. With a connection its server is asked first, and what it knows of living jobs goes into the ledger.
millrace savepoints dispose LOCATION  deletes one on the server
millrace savepoints export FILE       writes the ledger as JSON
millrace savepoints import FILE       adds what such a file holds</source>
        <translation>列出台账中的 Savepoint 和保留的检查点。指定连接时会先查询其服务器，并将服务器所知的运行中作业的信息记入台账。
millrace savepoints dispose LOCATION  在服务器上删除一个
millrace savepoints export FILE       将台账写为 JSON
millrace savepoints import FILE       添加此类文件中的内容</translation>
    </message>
    <message>
        <source>Only those of this job.</source>
        <translation>仅此作业的。</translation>
    </message>
    <message>
        <source>table or json.</source>
        <translation>table 或 json。</translation>
    </message>
    <message>
        <source>“savepoints %1” is not known.</source>
        <translation>未知命令“savepoints %1”。</translation>
    </message>
    <message>
        <source>This savepoint is pinned: unpin it in the window, or give --force.</source>
        <translation>此 Savepoint 已固定：请在窗口中取消固定，或指定 --force。</translation>
    </message>
    <message>
        <source>%1 has no savepoints.</source>
        <translation>%1 没有 Savepoint。</translation>
    </message>
    <message>
        <source>Deletes a savepoint on the server and notes that in the ledger.</source>
        <translation>在服务器上删除一个 Savepoint，并记入台账。</translation>
    </message>
    <message>
        <source>The savepoint.</source>
        <translation>要处理的 Savepoint。</translation>
    </message>
    <message>
        <source>Also when it is pinned.</source>
        <translation>即使已固定也删除。</translation>
    </message>
    <message>
        <source>Give the LOCATION of one savepoint.</source>
        <translation>请指定一个 Savepoint 的 LOCATION。</translation>
    </message>
    <message>
        <source>The connection %1 is read-only: it deletes no savepoints.</source>
        <translation>连接 %1 为只读：不能删除 Savepoint。</translation>
    </message>
    <message>
        <source>Adds the savepoints of an exported ledger to this one.</source>
        <translation>将导出的台账中的 Savepoint 添加到此台账。</translation>
    </message>
    <message>
        <source>Writes the ledger as JSON.</source>
        <translation>将台账写为 JSON。</translation>
    </message>
    <message>
        <source>The file.</source>
        <translation>文件。</translation>
    </message>
    <message>
        <source>Give one FILE.</source>
        <translation>请指定一个 FILE。</translation>
    </message>
    <message numerus="yes">
        <source>%n savepoint(s) were read.</source>
        <translation>
            <numerusform>已读取 %n 个 Savepoint。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScriptExplainer</name>
    <message>
        <source>%1 is a read-only connection: %2 is not sent, and nothing of the script was run.</source>
        <translation>%1 是只读连接：%2 未发送，脚本中的语句均未运行。</translation>
    </message>
    <message>
        <source>There is nothing to explain in %1: give a query, an INSERT or a statement set.</source>
        <translation>%1 中没有可解释的内容：请提供查询、INSERT 或语句集。</translation>
    </message>
    <message>
        <source>%1 was left out: explaining changes nothing.</source>
        <translation>已跳过 %1：解释不会做任何更改。</translation>
    </message>
    <message>
        <source>error: %1</source>
        <translation>错误：%1</translation>
    </message>
</context>
<context>
    <name>ScriptPlan</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The text starts several jobs: it cannot be told which of them this one is.</source>
        <translation>此文本会启动多个作业：无法判断此作业是其中哪一个。</translation>
    </message>
    <message>
        <source>Nothing in this text starts a job that can be explained.</source>
        <translation>此文本不会启动可解释的作业。</translation>
    </message>
    <message>
        <source>This connection explains no SQL.</source>
        <translation>此连接不支持解释 SQL。</translation>
    </message>
</context>
<context>
    <name>ScriptRunner</name>
    <message>
        <source>%1 is a read-only connection: %2 is not sent, and nothing of the script was run.</source>
        <translation>%1 是只读连接：%2 未发送，脚本中的语句均未运行。</translation>
    </message>
    <message>
        <source>%1: stopped after %2 rows, as --max-rows says; there may be more.</source>
        <translation>%1：按 --max-rows 在 %2 行后停止；可能还有更多行。</translation>
    </message>
    <message>
        <source>error: %1</source>
        <translation>错误：%1</translation>
    </message>
</context>
<context>
    <name>ScriptSource</name>
    <message>
        <source>%1 is a folder, not a script.</source>
        <translation>%1 是文件夹，不是脚本。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text. Save it as UTF-8 and try again.</source>
        <translation>%1 不是 UTF-8 文本。请另存为 UTF-8 后重试。</translation>
    </message>
</context>
<context>
    <name>SeaTunnel</name>
    <message>
        <source>no projectVersion in it</source>
        <translation>其中没有 projectVersion</translation>
    </message>
    <message>
        <source>Member %1</source>
        <translation>成员 %1</translation>
    </message>
    <message>
        <source>no pendingJobs in it</source>
        <translation>其中没有 pendingJobs</translation>
    </message>
    <message>
        <source>no success in it</source>
        <translation>其中没有 success</translation>
    </message>
    <message>
        <source>no Prometheus text</source>
        <translation>不是 Prometheus 文本</translation>
    </message>
    <message>
        <source>no jobId in it</source>
        <translation>其中没有 jobId</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>no JSON at byte %1, %2</source>
        <translation>第 %1 字节处不是 JSON，%2</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>it is no JSON list</source>
        <translation>不是 JSON 列表</translation>
    </message>
    <message>
        <source>The answer was not understood (%1): is this the address of a SeaTunnel engine?</source>
        <translation>无法理解应答（%1）：这是 SeaTunnel 引擎的地址吗？</translation>
    </message>
</context>
<context>
    <name>SeaTunnelActions</name>
    <message>
        <source>The member that answers has no tags any more.</source>
        <translation>应答的成员已没有标签。</translation>
    </message>
    <message>
        <source>The member that answers has these tags now.</source>
        <translation>应答的成员现在有以下标签。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Nothing was encrypted: the env block has to name a shade.identifier that the server knows, such as base64, and a source or sink has to have a secret.</source>
        <translation>未加密任何内容：env 块必须指定服务器支持的 shade.identifier（如 base64），且 source 或 sink 中必须有密钥。</translation>
    </message>
    <message>
        <source>The secrets of the job are encrypted.</source>
        <translation>作业的密钥已加密。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Ended as</source>
        <translation>结束状态</translation>
    </message>
    <message>
        <source>%1 of %2 jobs have ended</source>
        <translation>已结束 %1/%2 个作业</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) were stopped.</source>
        <translation>
            <numerusform>已停止 %n 个作业。</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>SeaTunnel has no action &quot;%1&quot;.</source>
        <translation>SeaTunnel 没有操作“%1”。</translation>
    </message>
    <message>
        <source>Tags of the member that answers</source>
        <translation>应答成员的标签</translation>
    </message>
    <message>
        <source>One on a line. They replace those it has; no line takes all of them away.</source>
        <translation>每行一个。它们会替换现有标签；不填则清除所有标签。</translation>
    </message>
    <message>
        <source>Set Tags…</source>
        <translation>设置标签…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop %1? What they have not written is lost.</source>
        <translation>停止 %1？尚未写出的内容将丢失。</translation>
    </message>
    <message>
        <source>Stop with Savepoint</source>
        <translation>停止并触发 Savepoint</translation>
    </message>
    <message>
        <source>Stop %1 with a savepoint?</source>
        <translation>停止 %1 并触发 Savepoint？</translation>
    </message>
    <message>
        <source>Encrypt the secrets of a job</source>
        <translation>加密作业的密钥</translation>
    </message>
    <message>
        <source>Encrypt…</source>
        <translation>加密…</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no tag: write it as name = value.</source>
        <translation>“%1”不是标签：请写成 name = value。</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>JSON or HOCON. env names the method: shade.identifier, which is base64 unless the server has others.</source>
        <translation>JSON 或 HOCON。方法由 env 中的 shade.identifier 指定；除非服务器另有其他方法，否则为 base64。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelCheckpoints</name>
    <message>
        <source>2.3.13, in REST v2</source>
        <translation>2.3.13，使用 REST v2</translation>
    </message>
    <message>
        <source>SeaTunnel does not tell how each vertex took part in a checkpoint.</source>
        <translation>SeaTunnel 不提供各顶点参与检查点的情况。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelClient</name>
    <message>
        <source>%1 answers, but not as a SeaTunnel member does: the member port is 5801 unless it was configured, and hazelcast.yaml has to enable its REST API.</source>
        <translation>%1 有应答，但不像 SeaTunnel 成员的应答：除非另有配置，成员端口为 5801，且 hazelcast.yaml 必须启用其 REST API。</translation>
    </message>
    <message>
        <source>%1 answers, but not as SeaTunnel&apos;s REST v2 does: its port is 8080 unless it was configured, and the address has to end with the context path.</source>
        <translation>%1 有应答，但不像 SeaTunnel REST v2 的应答：除非另有配置，其端口为 8080，且地址必须以上下文路径结尾。</translation>
    </message>
    <message>
        <source>SeaTunnel before 2.3.6 · %1</source>
        <translation>SeaTunnel 2.3.6 之前 · %1</translation>
    </message>
    <message>
        <source>%1, as the connection says</source>
        <translation>%1，取自连接设置</translation>
    </message>
    <message>
        <source>%1, as the ids of its jobs tell</source>
        <translation>%1，根据其作业 ID 推断</translation>
    </message>
    <message>
        <source>%1, that of this computer: the server does not tell its own</source>
        <translation>%1，取自本机：服务器未给出自己的时区</translation>
    </message>
    <message>
        <source>This connection has no valid address of a SeaTunnel server: correct it in the connection.</source>
        <translation>此连接没有有效的 SeaTunnel 服务器地址：请在连接中更正。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelConsole</name>
    <message>
        <source>A DELETE is never sent: a member would take an entry out of its own maps.</source>
        <translation>DELETE 从不发送：成员会从自己的映射表中移除条目。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelControl</name>
    <message>
        <source>The job is %1</source>
        <translation>作业状态为 %1</translation>
    </message>
    <message>
        <source>The job %1 was told to stop and is still %2: look into its log.</source>
        <translation>已要求作业 %1 停止，但它仍为 %2：请查看其日志。</translation>
    </message>
    <message>
        <source>The job %1 has ended already: it is %2.</source>
        <translation>作业 %1 已经结束：状态为 %2。</translation>
    </message>
    <message>
        <source>The job %1 failed before it could be cancelled: its exceptions say why.</source>
        <translation>作业 %1 在取消之前已失败：原因见其异常。</translation>
    </message>
    <message>
        <source>SeaTunnel keeps no text of a job: submit its file again, from the savepoint if there is one.</source>
        <translation>SeaTunnel 不保存作业的文本：请重新提交作业文件；如有 Savepoint，可从 Savepoint 启动。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelDag</name>
    <message>
        <source>Pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
</context>
<context>
    <name>SeaTunnelErrors</name>
    <message>
        <source>The request has no body: this call needs one.</source>
        <translation>请求没有请求体：此调用需要请求体。</translation>
    </message>
    <message>
        <source>The body is no JSON: this server reads JSON here and nothing else.</source>
        <translation>请求体不是 JSON：此服务器在这里只接受 JSON。</translation>
    </message>
    <message>
        <source>The body is a list where this server wants one JSON object.</source>
        <translation>请求体是列表，而此服务器需要一个 JSON 对象。</translation>
    </message>
    <message>
        <source>The body is one JSON object where this server wants a list of them.</source>
        <translation>请求体是一个 JSON 对象，而此服务器需要对象列表。</translation>
    </message>
    <message>
        <source>The id of the job is missing: give jobId.</source>
        <translation>缺少作业 ID：请提供 jobId。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number: ids of jobs and pages are whole numbers.</source>
        <translation>“%1”不是数字：作业 ID 和页码都是整数。</translation>
    </message>
    <message>
        <source>To start from a savepoint the server needs the id of the job that took it.</source>
        <translation>要从 Savepoint 启动，服务器需要创建该 Savepoint 的作业的 ID。</translation>
    </message>
    <message>
        <source>A job with this id has ended before: start it from its savepoint, or leave the id out to get a new one.</source>
        <translation>使用此 ID 的作业已经结束过：请从其 Savepoint 启动，或不填 ID 以获取新的 ID。</translation>
    </message>
    <message>
        <source>A parameter has no value: leave it out, or give it one.</source>
        <translation>有参数没有值：请去掉该参数，或为其赋值。</translation>
    </message>
    <message>
        <source>An id of the list is a text or too small: stop-jobs wants the numbers that the server gave out. What stood before it is being stopped.</source>
        <translation>列表中有 ID 是文本或数值过小：stop-jobs 需要服务器分配的数字。排在它前面的作业正在停止。</translation>
    </message>
    <message>
        <source>A value inside params is no text: write ids and true in quotes.</source>
        <translation>params 中有值不是文本：请给 ID 和 true 加上引号。</translation>
    </message>
    <message>
        <source>No file came along: give config_file.</source>
        <translation>没有附带文件：请提供 config_file。</translation>
    </message>
    <message>
        <source>The server lost the body since it was sent as a web form: send it as JSON.</source>
        <translation>请求体以 Web 表单发送，被服务器丢弃：请以 JSON 发送。</translation>
    </message>
    <message>
        <source>The job has no env block: add one, at least with job.mode.</source>
        <translation>作业没有 env 块：请添加，至少包含 job.mode。</translation>
    </message>
    <message>
        <source>The job has no source: add one.</source>
        <translation>作业没有 source：请添加。</translation>
    </message>
    <message>
        <source>The job has no sink: add one.</source>
        <translation>作业没有 sink：请添加。</translation>
    </message>
    <message>
        <source>A source, transform or sink has no plugin_name: say which plug-in it is.</source>
        <translation>有 source、transform 或 sink 没有 plugin_name：请指明使用哪个插件。</translation>
    </message>
    <message>
        <source>The plug-in %1 refuses its options: %2</source>
        <translation>插件 %1 不接受其选项：%2</translation>
    </message>
    <message>
        <source>The server has no plug-in %1: correct the name, or install its connector there.</source>
        <translation>服务器上没有插件 %1：请更正名称，或在服务器上安装其连接器。</translation>
    </message>
    <message>
        <source>The server has no plug-in for a %1 of the job: correct its name, or install the jar that has it.</source>
        <translation>服务器上没有作业中某个 %1 的插件：请更正其名称，或安装包含它的 jar。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a value that the server knows here.</source>
        <translation>“%1”不是服务器在此处支持的值。</translation>
    </message>
    <message>
        <source>The server cannot read the job: %1</source>
        <translation>服务器无法读取该作业：%1</translation>
    </message>
    <message>
        <source>The server refuses the job: %1</source>
        <translation>服务器拒绝了该作业：%1</translation>
    </message>
    <message>
        <source>The SeaTunnel at %1 does not have the call %2: its version is too old for it, or the address is not the server&apos;s own.</source>
        <translation>%1 上的 SeaTunnel 没有调用 %2：版本过低，或该地址不是服务器自身的地址。</translation>
    </message>
    <message>
        <source>The SeaTunnel at %1 cannot show this: a job that was cancelled before it ran has left a record without figures, which this version cannot read.</source>
        <translation>%1 上的 SeaTunnel 无法显示此内容：某个在运行前被取消的作业留下了没有指标的记录，此版本无法读取。</translation>
    </message>
    <message>
        <source>SeaTunnel at %1 failed: %2</source>
        <translation>%1 上的 SeaTunnel 出错：%2</translation>
    </message>
    <message>
        <source>The job is no valid JSON: %1.</source>
        <translation>作业不是有效的 JSON：%1。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelForm</name>
    <message>
        <source>This is no time zone: write it like Asia/Shanghai or UTC+08:00.</source>
        <translation>这不是时区：请写成 Asia/Shanghai 或 UTC+08:00 这样的形式。</translation>
    </message>
    <message>
        <source>SeaTunnel connection</source>
        <translation>SeaTunnel 连接</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>REST v2</source>
        <translation>REST v2</translation>
    </message>
    <message>
        <source>From 2.3.9 on, with its context path. One address is enough; this one is used where both are given.</source>
        <translation>从 2.3.9 起可用，需包含上下文路径。填写一个地址即可；两个都填时使用此地址。</translation>
    </message>
    <message>
        <source>Member (REST v1)</source>
        <translation>成员（REST v1）</translation>
    </message>
    <message>
        <source>The port of any member. It knows no login and is never sent one.</source>
        <translation>任一成员的端口。它不支持登录，也不会向它发送登录信息。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Of the server, which does not tell it. Empty: found out from its job ids.</source>
        <translation>服务器的时区，服务器不会给出。留空：根据作业 ID 推断。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelHocon</name>
    <message>
        <source>This file does not set %1. Sent as JSON, a job gets nothing filled in by the server: write the value, or set %1 above.</source>
        <translation>此文件没有设置 %1。以 JSON 发送的作业不会由服务器填充任何内容：请直接写出值，或在前面设置 %1。</translation>
    </message>
    <message>
        <source>%1 is made of itself.</source>
        <translation>%1 引用了自身。</translation>
    </message>
    <message>
        <source>A text and a block stand side by side here: put a comma or a line break between.</source>
        <translation>此处文本与块相邻：请在两者之间加逗号或换行。</translation>
    </message>
    <message>
        <source>%1 closes nothing here.</source>
        <translation>此处的 %1 没有对应的开始符号。</translation>
    </message>
    <message>
        <source>The text cannot be read.</source>
        <translation>无法读取此文本。</translation>
    </message>
    <message>
        <source>Nothing closes this {.</source>
        <translation>此 { 没有闭合。</translation>
    </message>
    <message>
        <source>A comma or a line break is missing before this.</source>
        <translation>此处之前缺少逗号或换行。</translation>
    </message>
    <message>
        <source>This server takes JSON, into which other files cannot be included: write their content here.</source>
        <translation>此服务器接受 JSON，其中不能包含其他文件：请将其内容写在此处。</translation>
    </message>
    <message>
        <source>%1 has no value: =, : or { is missing behind it.</source>
        <translation>%1 没有值：其后缺少 =、: 或 {。</translation>
    </message>
    <message>
        <source>%1 must be a block with its options: %1 { … }</source>
        <translation>%1 必须是包含其选项的块：%1 { … }</translation>
    </message>
    <message>
        <source>A key cannot be filled in: write its name.</source>
        <translation>键不能使用替换：请直接写出名称。</translation>
    </message>
    <message>
        <source>A key is missing here.</source>
        <translation>此处缺少键。</translation>
    </message>
    <message>
        <source>A value is missing here.</source>
        <translation>此处缺少值。</translation>
    </message>
    <message>
        <source>%1 cannot stand in a text without quotes: put the text into quotes.</source>
        <translation>不带引号的文本中不能出现 %1：请给文本加上引号。</translation>
    </message>
    <message>
        <source>Too many blocks stand inside each other.</source>
        <translation>块的嵌套层数过多。</translation>
    </message>
    <message>
        <source>Nothing closes this [.</source>
        <translation>此 [ 没有闭合。</translation>
    </message>
    <message>
        <source>$ begins a substitution, ${name}: put the text into quotes if that is not meant.</source>
        <translation>$ 表示替换的开始，即 ${name}：如非此意，请给文本加上引号。</translation>
    </message>
    <message>
        <source>A name is missing in this substitution.</source>
        <translation>此替换中缺少名称。</translation>
    </message>
    <message>
        <source>Nothing closes this text.</source>
        <translation>此文本没有闭合。</translation>
    </message>
    <message>
        <source>Nothing closes this text on its line.</source>
        <translation>此文本在本行内没有闭合。</translation>
    </message>
    <message>
        <source>\%1 means nothing in a text: write \\ for a backslash.</source>
        <translation>\%1 在文本中没有意义：反斜杠请写成 \\。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelInventory</name>
    <message>
        <source>master</source>
        <translation>主节点</translation>
    </message>
    <message>
        <source>member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Heap</source>
        <translation>堆内存</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Garbage collection</source>
        <translation>垃圾回收</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>The member %1 has left the cluster.</source>
        <translation>成员 %1 已离开集群。</translation>
    </message>
    <message>
        <source>This thread has ended.</source>
        <translation>此线程已结束。</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>堆栈</translation>
    </message>
    <message>
        <source>This server does not tell its waiting jobs: SeaTunnel does from 2.3.13 on, in REST v2.</source>
        <translation>此服务器不提供等待中的作业：SeaTunnel 从 2.3.13 起通过 REST v2 提供。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>等待原因</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation>运行中的作业</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Created (server&apos;s zone)</source>
        <translation>创建时间（服务器时区）</translation>
    </message>
    <message>
        <source>No job runs.</source>
        <translation>没有运行中的作业。</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>CPU (process)</source>
        <translation>CPU（进程）</translation>
    </message>
    <message>
        <source>CPU (system)</source>
        <translation>CPU（系统）</translation>
    </message>
    <message>
        <source>Heap used</source>
        <translation>已用堆内存</translation>
    </message>
    <message>
        <source>Heap limit</source>
        <translation>堆内存上限</translation>
    </message>
    <message>
        <source>Minor GC</source>
        <translation>Minor GC</translation>
    </message>
    <message>
        <source>Major GC</source>
        <translation>Major GC</translation>
    </message>
    <message>
        <source>The cluster has no members.</source>
        <translation>集群没有成员。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>The server tells nothing about itself.</source>
        <translation>服务器未提供自身信息。</translation>
    </message>
    <message>
        <source>Waiting jobs</source>
        <translation>等待中的作业</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待时长</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Blocked by</source>
        <translation>阻塞者</translation>
    </message>
    <message>
        <source>No job waits for slots.</source>
        <translation>没有等待 slot 的作业。</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>当前位置</translation>
    </message>
    <message>
        <source>The server tells no threads.</source>
        <translation>服务器未提供线程信息。</translation>
    </message>
    <message>
        <source>Log files</source>
        <translation>日志文件</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>The server has no log files.</source>
        <translation>服务器没有日志文件。</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Nothing is kept here: Encrypt shows a job with its secrets encrypted.</source>
        <translation>此处不保存任何内容：“加密”会显示密钥已加密的作业。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelJobText</name>
    <message>
        <source>Entry %1 of the list is no job.</source>
        <translation>列表中的条目 %1 不是作业。</translation>
    </message>
    <message>
        <source>The name of entry %1 has a &amp;, = or % in it, at which the server would cut it: choose another name.</source>
        <translation>条目 %1 的名称中含有 &amp;、= 或 %，服务器会在该处截断：请换一个名称。</translation>
    </message>
    <message>
        <source>The list holds no job.</source>
        <translation>列表中没有作业。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelJobs</name>
    <message>
        <source>The jobs that ended as %1 are missing, since the server cannot list them: %2</source>
        <translation>缺少以 %1 结束的作业，因为服务器无法列出：%2</translation>
    </message>
    <message numerus="yes">
        <source>The engine runs this graph as %n pipeline(s), with a copy of a vertex in each that needs it; here every vertex stands once.</source>
        <translation>
            <numerusform>引擎以 %n 条流水线运行此图，顶点在每条需要它的流水线中各有一份；此处每个顶点只显示一次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The engine runs this graph as %n pipeline(s).</source>
        <translation>
            <numerusform>引擎以 %n 条流水线运行此图。</numerusform>
        </translation>
    </message>
    <message>
        <source>The graph is the logical one: this version tells the pipelines only after the job has ended.</source>
        <translation>此图为逻辑图：此版本在作业结束后才提供流水线。</translation>
    </message>
    <message>
        <source>The job has just ended and the server has not written down when.</source>
        <translation>作业刚刚结束，服务器尚未记录结束时间。</translation>
    </message>
    <message>
        <source>The job ended with a savepoint: it can be started again from it under its id.</source>
        <translation>作业结束时已触发 Savepoint：可以用原 ID 从该 Savepoint 重新启动。</translation>
    </message>
    <message>
        <source>Rows are counted once for each pipeline, so the figures of the tables need not add up to the totals.</source>
        <translation>行数按每条流水线分别统计，因此各表的数值之和不一定等于总数。</translation>
    </message>
    <message>
        <source>Server time zone</source>
        <translation>服务器时区</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Started from a savepoint</source>
        <translation>从 Savepoint 启动</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Plug-in jars</source>
        <translation>插件 jar</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no id of a SeaTunnel job: these are whole numbers.</source>
        <translation>“%1”不是 SeaTunnel 作业 ID：作业 ID 是整数。</translation>
    </message>
    <message>
        <source>The server does not know a job %1: it keeps ended jobs for a day unless it was configured, and none over a restart.</source>
        <translation>服务器上没有作业 %1：除非另有配置，已结束的作业保留一天，且重启后不保留。</translation>
    </message>
    <message>
        <source>Jobs that have ended are missing: this version does not list them.</source>
        <translation>缺少已结束的作业：此版本不列出它们。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of the server&apos;s list could not be read as jobs.</source>
        <translation>
            <numerusform>服务器列表中有 %n 个条目无法作为作业读取。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeaTunnelLogs</name>
    <message>
        <source>&quot;%1&quot; is no log file of this server.</source>
        <translation>“%1”不是此服务器的日志文件。</translation>
    </message>
    <message>
        <source>The server does not have the log %1 (any more).</source>
        <translation>服务器上没有日志 %1，或该日志已不存在。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelSavepoints</name>
    <message>
        <source>SeaTunnel takes a savepoint only when it stops the job.</source>
        <translation>SeaTunnel 只在停止作业时触发 Savepoint。</translation>
    </message>
    <message>
        <source>SeaTunnel keeps savepoints where its checkpoint storage is configured.</source>
        <translation>SeaTunnel 将 Savepoint 保存在检查点存储的配置位置。</translation>
    </message>
    <message>
        <source>SeaTunnel does not drain.</source>
        <translation>SeaTunnel 不支持排空（drain）。</translation>
    </message>
    <message>
        <source>SeaTunnel knows one format of savepoints.</source>
        <translation>SeaTunnel 只有一种 Savepoint 格式。</translation>
    </message>
    <message>
        <source>SeaTunnel cannot delete a savepoint: it lies in its checkpoint storage.</source>
        <translation>SeaTunnel 无法删除 Savepoint：它位于检查点存储中。</translation>
    </message>
    <message>
        <source>SeaTunnel lists no savepoints: the record here is the only one.</source>
        <translation>SeaTunnel 不列出 Savepoint：此处的记录是唯一的记录。</translation>
    </message>
    <message>
        <source>The job %1 ended as %2 and left no savepoint.</source>
        <translation>作业 %1 以 %2 结束，没有留下 Savepoint。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelSubmission</name>
    <message>
        <source>A job with the id %1 is there and %2: stop it first, or choose another id.</source>
        <translation>ID 为 %1 的作业已存在，状态为 %2：请先停止它，或换一个 ID。</translation>
    </message>
    <message>
        <source>The job %1 ended as %2 and left no savepoint: the server would start afresh.</source>
        <translation>作业 %1 以 %2 结束，没有留下 Savepoint：服务器会从头开始运行。</translation>
    </message>
    <message>
        <source>Jobs that stand before that one in the list may run.</source>
        <translation>列表中排在它前面的作业可能正在运行。</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of the list run.</source>
        <translation>
            <numerusform>列表中有 %n 个作业正在运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Started %1 as %2</source>
        <translation>已启动 %1，ID 为 %2</translation>
    </message>
    <message>
        <source>An id or a savepoint belongs to one job: in a list write them into its params.</source>
        <translation>ID 或 Savepoint 只属于一个作业：在列表中请写入各作业的 params。</translation>
    </message>
    <message numerus="yes">
        <source>Started %n job(s): %1</source>
        <translation>
            <numerusform>已启动 %n 个作业：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>SeaTunnel job</source>
        <translation>SeaTunnel 作业</translation>
    </message>
    <message>
        <source>Job name</source>
        <translation>作业名称</translation>
    </message>
    <message>
        <source>as in the env block</source>
        <translation>与 env 块中一致</translation>
    </message>
    <message>
        <source>Wins over job.name of the env block.</source>
        <translation>优先于 env 块中的 job.name。</translation>
    </message>
    <message>
        <source>Job id</source>
        <translation>作业 ID</translation>
    </message>
    <message>
        <source>the server chooses one</source>
        <translation>由服务器选择</translation>
    </message>
    <message>
        <source>A whole number; before 2.3.6 only with a savepoint.</source>
        <translation>整数；2.3.6 之前仅在从 Savepoint 启动时可用。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>By the text</source>
        <translation>根据文本判断</translation>
    </message>
    <message>
        <source>The job is empty.</source>
        <translation>作业为空。</translation>
    </message>
    <message>
        <source>A job that starts from a savepoint keeps its id, which is %1: leave Job id empty.</source>
        <translation>从 Savepoint 启动的作业沿用其 ID，即 %1：请将“作业 ID”留空。</translation>
    </message>
    <message>
        <source>This version gave the job the id %1 instead of %2.</source>
        <translation>此版本为作业分配的 ID 是 %1，而不是 %2。</translation>
    </message>
    <message>
        <source>%1 takes no jobs in SQL: servers read them from 2.3.12 on, by REST v2. Write the job in HOCON or JSON for this one.</source>
        <translation>%1 不接受 SQL 作业：服务器从 2.3.12 起可通过 REST v2 读取。请用 HOCON 或 JSON 为该服务器编写作业。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelTest</name>
    <message>
        <source>Thread dumps</source>
        <translation>线程转储</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>遥测</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>2.3.13, in REST v2</source>
        <translation>2.3.13，使用 REST v2</translation>
    </message>
    <message>
        <source>Waiting jobs</source>
        <translation>等待中的作业</translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n 个 worker</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n 个作业运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>SeaTunnel</source>
        <translation>SeaTunnel</translation>
    </message>
    <message>
        <source>no worker: jobs cannot run</source>
        <translation>没有 worker：作业无法运行</translation>
    </message>
    <message>
        <source>List the jobs</source>
        <translation>列出作业</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个作业</numerusform>
        </translation>
    </message>
    <message>
        <source>times in %1</source>
        <translation>时间采用 %1</translation>
    </message>
    <message>
        <source>needs SeaTunnel %1</source>
        <translation>需要 SeaTunnel %1</translation>
    </message>
    <message>
        <source>What this version can do</source>
        <translation>此版本支持的功能</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部功能</translation>
    </message>
    <message>
        <source>without: %1</source>
        <translation>不支持：%1</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>needs a SeaTunnel that answers</source>
        <translation>需要有应答的 SeaTunnel</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Savepoints</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>System monitoring</source>
        <translation>系统监控</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>测试已取消。</translation>
    </message>
    <message>
        <source>Correct what the first failed step says, then test again.</source>
        <translation>请按第一个失败步骤的提示更正，然后重新测试。</translation>
    </message>
    <message>
        <source>Jobs work, over REST %1.</source>
        <translation>作业可用，通过 REST %1。</translation>
    </message>
    <message>
        <source>This connection does not work yet.</source>
        <translation>此连接暂不可用。</translation>
    </message>
</context>
<context>
    <name>SeaTunnelWatch</name>
    <message>
        <source>This server does not tell %1: SeaTunnel does from %2 on.</source>
        <translation>此服务器不提供%1：SeaTunnel 从 %2 起提供。</translation>
    </message>
    <message>
        <source>its telemetry</source>
        <translation>遥测数据</translation>
    </message>
    <message>
        <source>This server has no telemetry: SeaTunnel has it from 2.3.8 on, where it is enabled.</source>
        <translation>此服务器没有遥测：SeaTunnel 从 2.3.8 起支持，且需要启用。</translation>
    </message>
    <message>
        <source>The member %1 has left the cluster.</source>
        <translation>成员 %1 已离开集群。</translation>
    </message>
    <message>
        <source>the checkpoints of its jobs</source>
        <translation>作业的检查点</translation>
    </message>
    <message>
        <source>its log files</source>
        <translation>日志文件</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>遥测</translation>
    </message>
</context>
<context>
    <name>SeaTunnelWords</name>
    <message>
        <source>section</source>
        <translation>块</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Which plugin this is</source>
        <translation>这是哪个插件</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>FakeSource to Console, batch</source>
        <translation>FakeSource 到 Console，批处理</translation>
    </message>
    <message>
        <source>FakeSource to Console, streaming</source>
        <translation>FakeSource 到 Console，流处理</translation>
    </message>
    <message>
        <source>Two sources, a transform and two sinks</source>
        <translation>两个 source、一个 transform 和两个 sink</translation>
    </message>
</context>
<context>
    <name>SessionSettings</name>
    <message>
        <source>batch or streaming; the same as --set execution.runtime-mode=….</source>
        <translation>batch 或 streaming；等同于 --set execution.runtime-mode=…。</translation>
    </message>
    <message>
        <source>A setting of the session, or what the system asks for it (engine, queue, database, …); may be given several times.</source>
        <translation>会话设置，或系统对会话要求的内容（引擎、队列、数据库、…）；可多次给出。</translation>
    </message>
    <message>
        <source>--set needs KEY=VALUE, not “%1”.</source>
        <translation>--set 需要 KEY=VALUE，不能是“%1”。</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”: it is one of %3.</source>
        <translation>%1 不能是“%2”，只能是以下之一：%3。</translation>
    </message>
    <message>
        <source>--set %1=… does not do: %2</source>
        <translation>--set %1=… 无效：%2</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Extra headers</source>
        <translation>附加请求头</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Basic 认证</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer 令牌</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Kept in the system keychain.</source>
        <translation>保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>PEM, or PKCS #12 with its key.</source>
        <translation>PEM，或包含私钥的 PKCS #12。</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>Only when the certificate&apos;s file does not hold it.</source>
        <translation>仅当证书文件中不含私钥时填写。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>TLS and proxy</source>
        <translation>TLS 与代理</translation>
    </message>
    <message>
        <source>Trusted CA</source>
        <translation>受信任的 CA</translation>
    </message>
    <message>
        <source>Empty: what this computer trusts. A file replaces that.</source>
        <translation>留空：使用本机信任的 CA。指定文件则以其代替。</translation>
    </message>
    <message>
        <source>Check host name</source>
        <translation>检查主机名</translation>
    </message>
    <message>
        <source>Compare the certificate with the address</source>
        <translation>将证书与地址进行比对</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>System settings</source>
        <translation>系统设置</translation>
    </message>
    <message>
        <source>Own proxy</source>
        <translation>自定义代理</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>Time-outs</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
</context>
<context>
    <name>SplitCommand</name>
    <message>
        <source>Prints the statements of a script with their place and kind.</source>
        <translation>显示脚本中的各条语句及其位置和类型。</translation>
    </message>
    <message>
        <source>The script; - is stdin.</source>
        <translation>脚本；- 表示标准输入。</translation>
    </message>
    <message>
        <source>text (LINE:COLUMN, kind, title) or json.</source>
        <translation>text（LINE:COLUMN、类型、标题）或 json。</translation>
    </message>
    <message>
        <source>Give the one script that shall be split.</source>
        <translation>请给出一个要拆分的脚本。</translation>
    </message>
</context>
<context>
    <name>StateAdviceView</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>Partly compatible:</source>
        <translation>部分兼容：</translation>
    </message>
    <message>
        <source>Incompatible:</source>
        <translation>不兼容：</translation>
    </message>
    <message>
        <source>%1 of %2 operators find their state; that of %3 would be lost.</source>
        <translation>%2 个算子中有 %1 个可以找到其状态；%3 的状态会丢失。</translation>
    </message>
    <message>
        <source>Flink refuses to start rather than drop the state of %1, unless that is allowed.</source>
        <translation>Flink 宁可拒绝启动，也不丢弃 %1 的状态，除非已允许这样做。</translation>
    </message>
    <message>
        <source>Unknown:</source>
        <translation>未知：</translation>
    </message>
    <message>
        <source>%1 of %2 operators find their state; the plans do not tell for %3.</source>
        <translation>%2 个算子中有 %1 个可以找到其状态；%3 的情况从计划中看不出。</translation>
    </message>
    <message>
        <source>%1 of %2 operators find all of their state; %3 begins empty or with what the old SQL left.</source>
        <translation>%2 个算子中有 %1 个可以找到全部状态；%3 从空状态开始，或沿用旧 SQL 留下的内容。</translation>
    </message>
    <message>
        <source>Compatible:</source>
        <translation>兼容：</translation>
    </message>
    <message>
        <source>no operator keeps state.</source>
        <translation>没有算子保存状态。</translation>
    </message>
    <message>
        <source>the one operator that keeps state finds it.</source>
        <translation>唯一保存状态的算子可以找到其状态。</translation>
    </message>
    <message>
        <source>all %1 operators that keep state find it.</source>
        <translation>保存状态的 %1 个算子均可找到其状态。</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>The folder %1 could not be made: check its permissions and the free space.</source>
        <translation>无法创建文件夹 %1：请检查其权限和可用空间。</translation>
    </message>
    <message>
        <source>%1 cannot be written: check the permissions of the file and of its folder.</source>
        <translation>无法写入 %1：请检查该文件及其文件夹的权限。</translation>
    </message>
    <message>
        <source>Another Millrace window kept %1 locked for too long: try again.</source>
        <translation>另一个 Millrace 窗口长时间锁定 %1：请重试。</translation>
    </message>
    <message>
        <source>%1 was damaged. It is now %2; what could be read of it was taken over. Check your connections and tabs.</source>
        <translation>%1 已损坏，现改名为 %2；能读取的内容已恢复。请检查您的连接和标签页。</translation>
    </message>
    <message>
        <source>%1 was damaged and nothing in it could be read. It is now %2, and a new one was made.</source>
        <translation>%1 已损坏且无法读取任何内容，现改名为 %2，并已新建文件。</translation>
    </message>
    <message>
        <source>%1 was written by a newer Millrace: start that one, or move the file away.</source>
        <translation>%1 由更新版本的 Millrace 写入：请启动该版本，或移走此文件。</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 已损坏。</translation>
    </message>
    <message>
        <source>%1 is damaged and could not be moved aside: move it away and start Millrace again.</source>
        <translation>%1 已损坏且无法移开：请手动移走后重新启动 Millrace。</translation>
    </message>
    <message>
        <source>%1 could not be read or written: the disk reported an error. Check the disk, then try again.</source>
        <translation>无法读写 %1：磁盘报告错误。请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>The disk is full, so %1 could not be written: free some space, then try again.</source>
        <translation>磁盘已满，无法写入 %1：请释放空间后重试。</translation>
    </message>
    <message>
        <source>%1 is damaged: start Millrace again, it then moves the file aside and keeps what can be read.</source>
        <translation>%1 已损坏：请重新启动 Millrace，它会移开该文件并保留能读取的内容。</translation>
    </message>
    <message>
        <source>%1 could not be read or written.</source>
        <translation>无法读写 %1。</translation>
    </message>
</context>
<context>
    <name>SubmitCommand</name>
    <message>
        <source>--set needs FIELD=VALUE, not “%1”.</source>
        <translation>--set 需要 FIELD=VALUE，而不是“%1”。</translation>
    </message>
    <message>
        <source>Nothing can be set here, also not %1.</source>
        <translation>此处没有可设置的字段，%1 也不能设置。</translation>
    </message>
    <message>
        <source>There is no field %1. There are: %2.</source>
        <translation>没有字段 %1。可用的字段：%2。</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>%1 takes no jobs.</source>
        <translation>%1 不接受作业。</translation>
    </message>
    <message>
        <source>Starts a job from a file and prints its id when the server has taken it.</source>
        <translation>从文件启动作业，服务器接受后打印其 ID。</translation>
    </message>
    <message>
        <source>What the job is made from; - is stdin.</source>
        <translation>用于创建作业的内容；- 表示 stdin。</translation>
    </message>
    <message>
        <source>Where it starts from: a location, a number of “millrace savepoints”, or the id of a job, whose newest savepoint of the ledger is taken.</source>
        <translation>从何处启动：位置、“millrace savepoints”中的编号，或作业 ID（使用其在台账中最新的 Savepoint）。</translation>
    </message>
    <message>
        <source>A value beside the file; may be given several times.</source>
        <translation>文件之外的值；可以多次指定。</translation>
    </message>
    <message>
        <source>table or json.</source>
        <translation>table 或 json。</translation>
    </message>
    <message>
        <source>Give one FILE.</source>
        <translation>请指定一个 FILE。</translation>
    </message>
    <message>
        <source>The connection %1 is read-only: it starts no jobs.</source>
        <translation>连接 %1 为只读：不能启动作业。</translation>
    </message>
</context>
<context>
    <name>Targets</name>
    <message>
        <source>The system “%1” is not known; it is one of %2.</source>
        <translation>未知系统“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>--%1 says nothing to %2.</source>
        <translation>--%1 对 %2 无效。</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>无法使用 %1：%2</translation>
    </message>
    <message>
        <source>Give a saved connection or one address, not both.</source>
        <translation>请指定已保存的连接或一个地址，不能同时指定。</translation>
    </message>
    <message>
        <source>Say with --system which system --url leads to.</source>
        <translation>请用 --system 说明 --url 指向哪种系统。</translation>
    </message>
    <message>
        <source>--system belongs to --url; a saved connection knows its own.</source>
        <translation>--system 须与 --url 一起使用；已保存的连接已包含其系统。</translation>
    </message>
    <message>
        <source>A saved connection; “millrace connections list” names them.</source>
        <translation>已保存的连接；用“millrace connections list”查看。</translation>
    </message>
    <message>
        <source>The address of a system, instead of a saved connection.</source>
        <translation>系统的地址，用来代替已保存的连接。</translation>
    </message>
    <message>
        <source>What --url leads to: %1.</source>
        <translation>--url 指向的系统：%1。</translation>
    </message>
    <message>
        <source>A Flink SQL Gateway, instead of a saved connection.</source>
        <translation>Flink SQL Gateway 的地址，用来代替已保存的连接。</translation>
    </message>
    <message>
        <source>--%1 belongs to --url; a saved connection has its own.</source>
        <translation>--%1 须与 --url 一起使用；已保存的连接已包含该项。</translation>
    </message>
    <message>
        <source>No connection is saved: give --url URL and --system SYSTEM.</source>
        <translation>没有已保存的连接：请指定 --url URL 和 --system SYSTEM。</translation>
    </message>
</context>
<context>
    <name>TaskRunner</name>
    <message>
        <source>The server does not answer: leaving. What was asked of it may still happen.</source>
        <translation>服务器没有应答：正在退出。已发出的请求仍可能被执行。</translation>
    </message>
</context>
<context>
    <name>TextCodec</name>
    <message>
        <source>%1 is not a text file: %2</source>
        <translation>%1 不是文本文件：%2</translation>
    </message>
    <message>
        <source>it says that it is %1 and holds bytes that are not.</source>
        <translation>标明为 %1，却含有不符合该编码的字节。</translation>
    </message>
    <message>
        <source>it holds zero bytes.</source>
        <translation>其中含有零字节。</translation>
    </message>
    <message>
        <source>%1 has no &quot;%2&quot; (line %3): save as UTF-8 or take it out.</source>
        <translation>%1 中没有“%2”（第 %3 行）：请保存为 UTF-8，或删除该字符。</translation>
    </message>
</context>
<context>
    <name>ZipWriter</name>
    <message>
        <source>The zip file would be larger than 4 GB: leave some logs out.</source>
        <translation>zip 文件会超过 4 GB：请去掉一些日志。</translation>
    </message>
    <message>
        <source>The zip file cannot be written: %1</source>
        <translation>无法写入 zip 文件：%1</translation>
    </message>
    <message>
        <source>“%1” cannot be a name in the zip file.</source>
        <translation>“%1”不能用作 zip 文件中的名称。</translation>
    </message>
    <message>
        <source>The zip file would hold too many files.</source>
        <translation>zip 文件会包含过多文件。</translation>
    </message>
</context>
<context>
    <name>humanize</name>
    <message>
        <source>%1 %</source>
        <extracomment>a share, such as &quot;37 %&quot;</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A workbench for FlinkSQL.</source>
        <translation>FlinkSQL 工作台。</translation>
    </message>
    <message>
        <source>Scripts to open.</source>
        <translation>要打开的脚本。</translation>
    </message>
    <message>
        <source>Start the local Flink, too.</source>
        <translation>一并启动本地 Flink。</translation>
    </message>
</context>
<context>
    <name>millrace::ActionButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>millrace::ActivityBar</name>
    <message numerus="yes">
        <source>%n need a look</source>
        <translation>
            <numerusform>%n 项需要查看</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::ApiAnswerView</name>
    <message>
        <source>Answer as a table</source>
        <translation>表格形式的应答</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>应答头</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Save answer…</source>
        <translation>保存应答…</translation>
    </message>
    <message>
        <source>Indented</source>
        <translation>缩进</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>原始内容</translation>
    </message>
    <message>
        <source>Answer as text</source>
        <translation>文本形式的应答</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>正在等待应答…</translation>
    </message>
    <message>
        <source>The answer stands here once the call is sent.</source>
        <translation>发送调用后，应答会显示在此处。</translation>
    </message>
    <message>
        <source>No answer came: %1</source>
        <translation>没有应答：%1</translation>
    </message>
    <message>
        <source>The call was cancelled.</source>
        <translation>调用已取消。</translation>
    </message>
    <message>
        <source>What was sent is not known</source>
        <translation>不知道已发送的内容</translation>
    </message>
    <message>
        <source>Secrets are left out; set them as the variables named in the command</source>
        <translation>不含密钥；请设置命令中所列的变量</translation>
    </message>
    <message>
        <source>The answer is no JSON</source>
        <translation>应答不是 JSON</translation>
    </message>
    <message>
        <source>There is no list of objects in the answer</source>
        <translation>应答中没有对象列表</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>应答没有正文。</translation>
    </message>
    <message>
        <source>The answer is no text. Save it to look at it.</source>
        <translation>应答不是文本。请保存后查看。</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 are shown. Save the answer to have all of it.</source>
        <translation>共 %2，仅显示前 %1。保存应答可获得全部内容。</translation>
    </message>
    <message>
        <source>Sent:</source>
        <translation>已发送：</translation>
    </message>
    <message>
        <source>Answered:</source>
        <translation>应答：</translation>
    </message>
</context>
<context>
    <name>millrace::ApiBodyEditor</name>
    <message>
        <source>Format JSON</source>
        <translation>格式化 JSON</translation>
    </message>
    <message>
        <source>Insert the example</source>
        <translation>插入示例</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>This is no JSON from line %1 on, so it stays as it is.</source>
        <translation>从第 %1 行起不是 JSON，因此保持原样。</translation>
    </message>
</context>
<context>
    <name>millrace::ApiCallLog</name>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>millrace::ApiCallModel</name>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>millrace::ApiCallTree</name>
    <message>
        <source>Search calls</source>
        <translation>搜索调用</translation>
    </message>
    <message>
        <source>Looks in names, paths, methods and summaries (Ctrl+F)</source>
        <translation>在名称、路径、方法和摘要中查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Documented calls</source>
        <translation>文档中的调用</translation>
    </message>
</context>
<context>
    <name>millrace::ApiCallsView</name>
    <message>
        <source>API calls</source>
        <translation>API 调用</translation>
    </message>
    <message>
        <source>Filter calls</source>
        <translation>筛选调用</translation>
    </message>
    <message>
        <source>Failed only</source>
        <translation>仅失败</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Secrets are left out; set them as the variables named in the command</source>
        <translation>不含密钥；请设置命令中所列的变量</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
</context>
<context>
    <name>millrace::ApiConsolePage</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n 个调用</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>No connection yet. Add one, and every documented call of its system is here.</source>
        <translation>还没有连接。添加一个，即可在此使用其系统的所有有文档的调用。</translation>
    </message>
    <message>
        <source>Choose a call at the left, fill in its form and send it.</source>
        <translation>请在左侧选择调用，填写表单并发送。</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>添加连接</translation>
    </message>
    <message>
        <source>%1 is on its way.</source>
        <translation>%1 已发出，尚未收到应答。</translation>
    </message>
    <message>
        <source>%1 is read only, and this call may change something.</source>
        <translation>%1 为只读，而此调用可能会更改内容。</translation>
    </message>
    <message>
        <source>%1 is production: you are asked before it is sent.</source>
        <translation>%1 是生产环境：发送前会要求确认。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>API console</source>
        <translation>API 控制台</translation>
    </message>
    <message>
        <source>Connection to call</source>
        <translation>要调用的连接</translation>
    </message>
    <message>
        <source>Last calls</source>
        <translation>最近的调用</translation>
    </message>
    <message>
        <source>Forget these calls and every value that was typed</source>
        <translation>清除这些调用和所有已输入的值</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Ctrl+↵</source>
        <translation>Ctrl+↵</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop waiting for the answer (Ctrl+.)</source>
        <translation>停止等待应答（Ctrl+.）</translation>
    </message>
</context>
<context>
    <name>millrace::ApiController</name>
    <message>
        <source>API console</source>
        <translation>API 控制台</translation>
    </message>
    <message>
        <source>Send %1 (%2 %3) to %4?</source>
        <translation>将 %1（%2 %3）发送到 %4？</translation>
    </message>
    <message>
        <source>%1 is a production connection, and this call may change something there.</source>
        <translation>%1 是生产连接，此调用可能会更改其中的内容。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>%1 takes no calls as it is set up.</source>
        <translation>%1 按当前设置不接受调用。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>The answer is in %1.</source>
        <translation>应答已保存到 %1。</translation>
    </message>
</context>
<context>
    <name>millrace::ApiOperationModel</name>
    <message>
        <source>Other calls</source>
        <translation>其他调用</translation>
    </message>
</context>
<context>
    <name>millrace::ApiRequestView</name>
    <message>
        <source>%1, needed</source>
        <translation>%1，必填</translation>
    </message>
    <message>
        <source>Body *</source>
        <translation>请求体 *</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>This call takes no parameters.</source>
        <translation>此调用没有参数。</translation>
    </message>
</context>
<context>
    <name>millrace::ArrivalBar</name>
    <message>
        <source>Back to the first change</source>
        <translation>回到第一条变更</translation>
    </message>
    <message>
        <source>Position in order of arrival</source>
        <translation>按到达顺序的位置</translation>
    </message>
    <message>
        <source>in order of arrival</source>
        <translation>按到达顺序</translation>
    </message>
</context>
<context>
    <name>millrace::BottomDock</name>
    <message>
        <source>No results yet. Run a statement with Ctrl+Enter and its rows show here.</source>
        <translation>还没有结果。按 Ctrl+Enter 运行语句，结果行会显示在这里。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Changelog</source>
        <translation>变更日志</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>API calls</source>
        <translation>API 调用</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
</context>
<context>
    <name>millrace::CatalogController</name>
    <message>
        <source>Catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Open a script to see the catalogs of its connection.</source>
        <translation>打开脚本即可查看其连接的目录。</translation>
    </message>
    <message>
        <source>Choose a connection in the bar above the text to see its catalogs.</source>
        <translation>在文本上方的工具栏中选择连接，即可查看其目录。</translation>
    </message>
</context>
<context>
    <name>millrace::CatalogModel</name>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
</context>
<context>
    <name>millrace::CatalogPanel</name>
    <message>
        <source>Catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Catalog menu</source>
        <translation>目录菜单</translation>
    </message>
    <message>
        <source>Filter tables and columns</source>
        <translation>筛选表和列</translation>
    </message>
    <message>
        <source>No session is open. Run a statement, and its catalogs are shown here.</source>
        <translation>还没有打开会话。运行一条语句后，这里会显示其目录。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy the error</source>
        <translation>复制错误</translation>
    </message>
    <message>
        <source>Insert the name</source>
        <translation>插入名称</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Show the first rows</source>
        <translation>查看前几行</translation>
    </message>
    <message>
        <source>DESCRIBE</source>
        <translation>DESCRIBE</translation>
    </message>
    <message>
        <source>SHOW CREATE</source>
        <translation>SHOW CREATE</translation>
    </message>
    <message>
        <source>Refresh %1</source>
        <translation>刷新 %1</translation>
    </message>
    <message>
        <source>Refresh everything</source>
        <translation>全部刷新</translation>
    </message>
    <message>
        <source>Collapse everything</source>
        <translation>全部折叠</translation>
    </message>
</context>
<context>
    <name>millrace::CheckpointsTab</name>
    <message>
        <source>No checkpoints yet. A job that is started with a checkpoint interval takes them by itself.</source>
        <translation>还没有检查点。以检查点间隔启动的作业会自动触发检查点。</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Restored from</source>
        <translation>恢复自</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>下次触发</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <source>How each vertex took part</source>
        <translation>各顶点的参与情况</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>最近一次 %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Savepoint %1</source>
        <translation>Savepoint %1</translation>
    </message>
    <message>
        <source>Checkpoint %1</source>
        <translation>检查点 %1</translation>
    </message>
    <message>
        <source>Restart from here…</source>
        <translation>从此处重启…</translation>
    </message>
    <message>
        <source>Copy Location</source>
        <translation>复制位置</translation>
    </message>
</context>
<context>
    <name>millrace::CodeEditor</name>
    <message>
        <source>SQL editor</source>
        <translation>SQL 编辑器</translation>
    </message>
</context>
<context>
    <name>millrace::CommandPalette</name>
    <message>
        <source>What fits</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要执行的操作</translation>
    </message>
</context>
<context>
    <name>millrace::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>↵ insert   Tab replace</source>
        <translation>↵ 插入   Tab 替换</translation>
    </message>
</context>
<context>
    <name>millrace::ConfigurationTab</name>
    <message>
        <source>The server tells nothing of this job&apos;s configuration.</source>
        <translation>服务器未提供此作业的配置。</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Search names and values</source>
        <translation>搜索名称和值</translation>
    </message>
    <message>
        <source>The whole value</source>
        <translation>完整的值</translation>
    </message>
</context>
<context>
    <name>millrace::ConnectionForm</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Read only: no DDL, no DML, no job actions</source>
        <translation>只读：不允许 DDL、DML 和作业操作</translation>
    </message>
    <message>
        <source>Carmine band on every tab; what ends a job asks for its name.</source>
        <translation>每个标签页显示洋红色条；结束作业前须输入作业名称。</translation>
    </message>
    <message>
        <source>Violet band on every tab.</source>
        <translation>每个标签页显示紫色条。</translation>
    </message>
    <message>
        <source>Green band on every tab.</source>
        <translation>每个标签页显示绿色条。</translation>
    </message>
</context>
<context>
    <name>millrace::ConnectionListModel</name>
    <message>
        <source>%1 · %2 · %3 · read only</source>
        <translation>%1 · %2 · %3 · 只读</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1, %2, %3, not saved</source>
        <translation>%1，%2，%3，未保存</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>millrace::ConnectionPage</name>
    <message>
        <source>Fill from a URL…</source>
        <translation>从 URL 填写…</translation>
    </message>
    <message>
        <source>Address to fill the form from</source>
        <translation>用于填写表单的地址</translation>
    </message>
    <message>
        <source>Press Enter to fill the fields, Esc to leave them.</source>
        <translation>按 Enter 填写字段，按 Esc 保持不变。</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>新建连接</translation>
    </message>
    <message>
        <source>%1 connection</source>
        <translation>%1 连接</translation>
    </message>
    <message numerus="yes">
        <source>%n fields need a change</source>
        <translation>
            <numerusform>%n 个字段需要修改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields are still empty</source>
        <translation>
            <numerusform>%n 个字段尚未填写</numerusform>
        </translation>
    </message>
    <message>
        <source>First: %1</source>
        <translation>首个：%1</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有更改。</translation>
    </message>
    <message>
        <source>Some fields need a change first.</source>
        <translation>请先修改有问题的字段。</translation>
    </message>
    <message>
        <source>Cancel test</source>
        <translation>取消测试</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>重新测试</translation>
    </message>
</context>
<context>
    <name>millrace::ConnectionPool</name>
    <message>
        <source>No connection is chosen: choose one in the bar above the text.</source>
        <translation>未选择连接：请在文本上方的工具栏中选择。</translation>
    </message>
    <message>
        <source>%1 is a connection to %2, which this version of Millrace does not know.</source>
        <translation>%1 是到 %2 的连接，此版本的 Millrace 不支持该系统。</translation>
    </message>
    <message>
        <source>This version of Millrace does not know %1.</source>
        <translation>此版本的 Millrace 不支持 %1。</translation>
    </message>
</context>
<context>
    <name>millrace::ConnectionShelf</name>
    <message>
        <source>%1 offers no logs.</source>
        <translation>%1 不提供日志。</translation>
    </message>
    <message>
        <source>%1 has no log here yet. Look again once something runs.</source>
        <translation>%1 还没有日志。请在有作业运行后再查看。</translation>
    </message>
    <message>
        <source>Asking %1 for its logs …</source>
        <translation>正在向 %1 查询日志…</translation>
    </message>
</context>
<context>
    <name>millrace::ConnectionStore</name>
    <message>
        <source>The connection has no name: give it one.</source>
        <translation>连接没有名称：请填写名称。</translation>
    </message>
    <message>
        <source>Another connection is called %1: use a name of its own.</source>
        <translation>已有名为 %1 的连接：请使用其他名称。</translation>
    </message>
</context>
<context>
    <name>millrace::ConnectionsController</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>The changes to %1 are not saved.</source>
        <translation>对 %1 的更改尚未保存。</translation>
    </message>
    <message>
        <source>Closing the page loses them.</source>
        <translation>关闭页面将丢失这些更改。</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Delete the connection %1?</source>
        <translation>是否删除连接 %1？</translation>
    </message>
    <message>
        <source>Its secrets go too. Scripts, history and whatever runs on the cluster stay.</source>
        <translation>其密钥将一并删除。脚本、历史以及集群上正在运行的内容会保留。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>millrace::ConnectionsPanel</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>添加连接</translation>
    </message>
    <message>
        <source>Connection menu</source>
        <translation>连接菜单</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter connections</source>
        <translation>筛选连接</translation>
    </message>
    <message>
        <source>No connections yet. Add one, or start the local Flink.</source>
        <translation>还没有连接。请添加连接，或启动本地 Flink。</translation>
    </message>
    <message>
        <source>New SQL tab here</source>
        <translation>在此连接上新建 SQL 标签页</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Choose a connection first.</source>
        <translation>请先选择连接。</translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation>添加连接…</translation>
    </message>
</context>
<context>
    <name>millrace::DiffView</name>
    <message>
        <source>What changed in the SQL</source>
        <translation>SQL 的变化</translation>
    </message>
</context>
<context>
    <name>millrace::DockTabBar</name>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Close (Ctrl+T)</source>
        <translation>关闭（Ctrl+T）</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
</context>
<context>
    <name>millrace::EditorController</name>
    <message>
        <source>Untitled %1</source>
        <translation>未命名 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) still run in %1.</source>
        <translation>
            <numerusform>%1 中还有 %n 条语句正在运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing the tab cancels them on the cluster and ends their session.</source>
        <translation>关闭标签页会在集群上取消这些语句并结束其会话。</translation>
    </message>
    <message>
        <source>Cancel them and close</source>
        <translation>取消并关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) still run.</source>
        <translation>
            <numerusform>还有 %n 条语句正在运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing Millrace cancels them on the cluster. Jobs that INSERT started go on.</source>
        <translation>关闭 Millrace 会在集群上取消这些语句。由 INSERT 启动的作业会继续运行。</translation>
    </message>
    <message>
        <source>They go on at the server when the tab is closed; Jobs lists them.</source>
        <translation>关闭标签页后，它们会在服务器上继续运行；可在“作业”中查看。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>millrace::EditorDocument</name>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB, which is more than the editor holds.</source>
        <translation>%1 超过 %2 MB，超出编辑器的容量。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8; it was read as %2. Saving keeps that.</source>
        <translation>%1 不是 UTF-8，已按 %2 读取。保存时保持该编码。</translation>
    </message>
    <message>
        <source>%1 mixes line ends; they are kept, and new lines end with %2.</source>
        <translation>%1 混用了多种换行符；它们会保持原样，新行使用 %2。</translation>
    </message>
    <message>
        <source>The text has no file yet: choose where to save it.</source>
        <translation>文本还没有对应的文件：请选择保存位置。</translation>
    </message>
    <message>
        <source>%1 is read-only: save it under another name.</source>
        <translation>%1 为只读：请另存为其他名称。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. The file is as it was.</source>
        <translation>无法写入 %1：%2。文件保持原样。</translation>
    </message>
</context>
<context>
    <name>millrace::EditorPage</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>%1 was changed by another program. Your text here is not saved and differs from it.</source>
        <translation>%1 已被其他程序修改。此处的文本尚未保存，且与其不同。</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>%1 已被其他程序修改。</translation>
    </message>
    <message>
        <source>Load it again</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation>保留此文本</translation>
    </message>
    <message>
        <source>%1 was deleted or moved. Its text is still here.</source>
        <translation>%1 已被删除或移动。其文本仍在这里。</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>重新保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save as UTF-8</source>
        <translation>保存为 UTF-8</translation>
    </message>
    <message>
        <source>%1 is read-only. You can edit and run it; save it under another name.</source>
        <translation>%1 为只读。可以编辑和运行；保存时请使用其他名称。</translation>
    </message>
</context>
<context>
    <name>millrace::EditorTabBar</name>
    <message>
        <source>Open scripts</source>
        <translation>打开的脚本</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
</context>
<context>
    <name>millrace::EditorTabs</name>
    <message>
        <source>New script</source>
        <translation>新建脚本</translation>
    </message>
</context>
<context>
    <name>millrace::ExceptionModel</name>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>末次</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>millrace::ExceptionsTab</name>
    <message>
        <source>No exceptions. What makes the job fail or restart stands here.</source>
        <translation>没有异常。导致作业失败或重启的异常会显示在这里。</translation>
    </message>
    <message>
        <source>Exceptions by root cause</source>
        <translation>按根本原因分组的异常</translation>
    </message>
    <message>
        <source>The whole exception</source>
        <translation>完整异常</translation>
    </message>
    <message>
        <source>Copy the root cause and the whole text</source>
        <translation>复制根本原因和全文</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>first %1, last %2</source>
        <translation>首次 %1，末次 %2</translation>
    </message>
    <message>
        <source>Show it in the log</source>
        <translation>在日志中显示</translation>
    </message>
</context>
<context>
    <name>millrace::FieldEditor</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose from the list</source>
        <translation>从列表中选择</translation>
    </message>
</context>
<context>
    <name>millrace::FileShelf</name>
    <message numerus="yes">
        <source>%n files in %1</source>
        <translation>
            <numerusform>%1 中的 %n 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::FilesPanel</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>New SQL file</source>
        <translation>新建 SQL 文件</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>No folder is open. Choose one to see its SQL files here.</source>
        <translation>没有打开文件夹。选择文件夹后，这里会显示其中的 SQL 文件。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从列表中移除</translation>
    </message>
</context>
<context>
    <name>millrace::FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>已替换 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Not a regular expression</source>
        <translation>不是有效的正则表达式</translation>
    </message>
    <message>
        <source>More than %1 matches</source>
        <translation>超过 %1 个匹配</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>无匹配</translation>
    </message>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>%n 个匹配</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::FlameTab</name>
    <message>
        <source>Nothing is sampled yet. The cluster samples a vertex when one looks at it.</source>
        <translation>还没有采样。查看顶点时，集群才会对其采样。</translation>
    </message>
    <message>
        <source>Vertex</source>
        <translation>顶点</translation>
    </message>
    <message>
        <source>Which threads</source>
        <translation>选择线程</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>所有样本</translation>
    </message>
    <message>
        <source>On-CPU</source>
        <translation>On-CPU</translation>
    </message>
    <message>
        <source>Samples of threads that ran</source>
        <translation>运行中线程的样本</translation>
    </message>
    <message>
        <source>Off-CPU</source>
        <translation>Off-CPU</translation>
    </message>
    <message>
        <source>Samples of threads that waited</source>
        <translation>等待中线程的样本</translation>
    </message>
    <message>
        <source>Find a frame</source>
        <translation>查找栈帧</translation>
    </message>
    <message>
        <source>Compare with this one</source>
        <translation>与此次比较</translation>
    </message>
    <message>
        <source>Keeps this sampling and shows how the next ones differ from it</source>
        <translation>保留此次采样，并显示后续采样与它的差异</translation>
    </message>
    <message>
        <source>Sample again</source>
        <translation>重新采样</translation>
    </message>
    <message>
        <source>%1 of all samples</source>
        <translation>占全部样本的 %1</translation>
    </message>
    <message>
        <source>Red frames take more of the time than before, blue ones less.</source>
        <translation>红色栈帧的耗时占比比之前高，蓝色的比之前低。</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for samples: the cluster samples a vertex while one looks at it.</source>
        <translation>正在等待样本：查看顶点时，集群才会对其采样。</translation>
    </message>
</context>
<context>
    <name>millrace::FlameView</name>
    <message>
        <source>Flame graph</source>
        <translation>火焰图</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 %, %n samples</source>
        <translation>
            <numerusform>%1：%2%，%n 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 percentage points</source>
        <translation>%1 个百分点</translation>
    </message>
</context>
<context>
    <name>millrace::FreshnessStrip</name>
    <message>
        <source>How old the answer of each connection is</source>
        <translation>各连接的应答距今多久</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, trying again…</source>
        <translation>%1，正在重试…</translation>
    </message>
    <message>
        <source>%1, next try in %2</source>
        <translation>%1，%2后重试</translation>
    </message>
    <message>
        <source>Click to ask it now.</source>
        <translation>单击可立即查询。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n jobs</source>
        <translation>
            <numerusform>%1 / %n 个作业</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more connection(s)</source>
        <translation>
            <numerusform>另有 %n 个连接</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::GraphExport</name>
    <message>
        <source>The picture is too large for the memory that is left.</source>
        <translation>图片过大，剩余内存不足。</translation>
    </message>
    <message>
        <source>A graph is not written as .%1: use a name that ends in .svg, .png, .dot or .json.</source>
        <translation>不支持将图写为 .%1：请使用以 .svg、.png、.dot 或 .json 结尾的名称。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>millrace::GraphFacts</name>
    <message>
        <source>Copy the facts and the description</source>
        <translation>复制属性和描述</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>并行度</translation>
    </message>
    <message>
        <source>Upsert keys</source>
        <translation>Upsert 键</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更模式</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Advice: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>繁忙</translation>
    </message>
    <message>
        <source>Backpressured</source>
        <translation>反压</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>In · out</source>
        <translation>输入 · 输出</translation>
    </message>
    <message>
        <source>Bytes in · out</source>
        <translation>字节输入 · 输出</translation>
    </message>
    <message>
        <source>Records so far</source>
        <translation>累计记录数</translation>
    </message>
    <message>
        <source>Bytes so far</source>
        <translation>累计字节数</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>水位线</translation>
    </message>
    <message>
        <source>Skew</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
</context>
<context>
    <name>millrace::GraphFigures</name>
    <message>
        <source>%1/s</source>
        <comment>a number of records</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>restarting</source>
        <translation>正在重启</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>waits %1</source>
        <comment>backpressured for so many per cent of the time</comment>
        <translation>反压 %1</translation>
    </message>
    <message>
        <source>busy %1</source>
        <translation>繁忙 %1</translation>
    </message>
    <message>
        <source>keeps up</source>
        <translation>无延迟</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>延迟 %1</translation>
    </message>
    <message>
        <source>skew %1 ×</source>
        <translation>倾斜 %1 ×</translation>
    </message>
</context>
<context>
    <name>millrace::GraphFold</name>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n 个步骤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps upstream</source>
        <translation>
            <numerusform>上游 %n 个步骤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps downstream</source>
        <translation>
            <numerusform>下游 %n 个步骤</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::GraphLayout</name>
    <message>
        <source>dot is not installed, so the graph is laid out more plainly; install Graphviz for a better picture.</source>
        <translation>未安装 dot，图采用较简单的布局；安装 Graphviz 可获得更好的效果。</translation>
    </message>
    <message>
        <source>dot needed more than %1 s, so the graph is laid out more plainly.</source>
        <translation>dot 用时超过 %1 s，图采用较简单的布局。</translation>
    </message>
    <message>
        <source>dot ended with an error, so the graph is laid out more plainly.</source>
        <translation>dot 出错退出，图采用较简单的布局。</translation>
    </message>
    <message>
        <source>dot gave an answer that is not a layout, so the graph is laid out more plainly.</source>
        <translation>dot 返回的不是布局，图采用较简单的布局。</translation>
    </message>
</context>
<context>
    <name>millrace::GraphMinimap</name>
    <message>
        <source>Overview of the graph</source>
        <translation>图的概览</translation>
    </message>
</context>
<context>
    <name>millrace::GraphPanel</name>
    <message>
        <source>The graph is not laid out yet: try again in a moment.</source>
        <translation>图尚未完成布局：请稍后重试。</translation>
    </message>
    <message>
        <source>Write the graph to a file</source>
        <translation>将图写入文件</translation>
    </message>
</context>
<context>
    <name>millrace::GraphText</name>
    <message>
        <source>, parallelism %1</source>
        <translation>，并行度 %1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a node, how its rows are sent</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>; a source</source>
        <translation>；数据源</translation>
    </message>
    <message>
        <source>; from %1</source>
        <translation>；来自 %1</translation>
    </message>
    <message>
        <source>; advice: %1</source>
        <translation>；建议：%1</translation>
    </message>
</context>
<context>
    <name>millrace::GraphToolbar</name>
    <message>
        <source>Find a node</source>
        <translation>查找节点</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>热度</translation>
    </message>
    <message>
        <source>What the heat tells</source>
        <translation>热度的含义</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>繁忙</translation>
    </message>
    <message>
        <source>How much of the time it works</source>
        <translation>处理数据所占的时间比例</translation>
    </message>
    <message>
        <source>Backpressure</source>
        <translation>反压</translation>
    </message>
    <message>
        <source>How much of the time it waits for those below it</source>
        <translation>等待下游所占的时间比例</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Records a second, against the most of all</source>
        <translation>每秒记录数，相对于全部节点的最大值</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>水位线</translation>
    </message>
    <message>
        <source>How late its event time is</source>
        <translation>事件时间的延迟</translation>
    </message>
    <message>
        <source>Collapse chains</source>
        <translation>折叠算子链</translation>
    </message>
    <message>
        <source>Show steps that run together as one</source>
        <translation>将一起运行的步骤显示为一个</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Open all that is collapsed and leave the path</source>
        <translation>展开所有已折叠的部分，并退出路径视图</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Fit the graph into the view</source>
        <translation>使图适应视图</translation>
    </message>
    <message>
        <source>Overview in the corner</source>
        <translation>角落中的概览</translation>
    </message>
    <message>
        <source>Write the graph to a file, or print it</source>
        <translation>将图写入文件或打印</translation>
    </message>
    <message>
        <source>Write as SVG …</source>
        <translation>写为 SVG…</translation>
    </message>
    <message>
        <source>Write as PNG …</source>
        <translation>写为 PNG…</translation>
    </message>
    <message>
        <source>Write as DOT …</source>
        <translation>写为 DOT…</translation>
    </message>
    <message>
        <source>Write as JSON …</source>
        <translation>写为 JSON…</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a number of matches</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>millrace::GraphView</name>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Laying out the graph …</source>
        <translation>正在布局图…</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Collapse what is upstream</source>
        <translation>折叠上游</translation>
    </message>
    <message>
        <source>Collapse what is downstream</source>
        <translation>折叠下游</translation>
    </message>
    <message>
        <source>Show only its path</source>
        <translation>仅显示其路径</translation>
    </message>
    <message>
        <source>Copy its description</source>
        <translation>复制描述</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Copy the graph as text</source>
        <translation>将图复制为文本</translation>
    </message>
    <message>
        <source>Fit the graph into the view</source>
        <translation>使图适应视图</translation>
    </message>
    <message>
        <source>busy %1</source>
        <translation>繁忙 %1</translation>
    </message>
    <message>
        <source>backpressured %1</source>
        <translation>反压 %1</translation>
    </message>
    <message>
        <source>skew %1 ×</source>
        <translation>倾斜 %1 ×</translation>
    </message>
    <message>
        <source>Advice: %1</source>
        <translation>建议：%1</translation>
    </message>
</context>
<context>
    <name>millrace::GridModel</name>
    <message>
        <source>Received</source>
        <translation>接收时间</translation>
    </message>
</context>
<context>
    <name>millrace::HeatScale</name>
    <message>
        <source>What the ground of a box tells, from little to much</source>
        <translation>节点底色的含义，由低到高</translation>
    </message>
</context>
<context>
    <name>millrace::HistoryController</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Clear the history?</source>
        <translation>是否清空历史？</translation>
    </message>
    <message>
        <source>All runs of the past are forgotten, in every window.</source>
        <translation>所有窗口中的历史运行记录都会被清除。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>millrace::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
</context>
<context>
    <name>millrace::HistoryView</name>
    <message>
        <source>Search statements</source>
        <translation>搜索语句</translation>
    </message>
    <message>
        <source>Clear the history</source>
        <translation>清空历史</translation>
    </message>
    <message>
        <source>History of runs</source>
        <translation>运行历史</translation>
    </message>
    <message>
        <source>No runs yet. Each statement that runs is kept here.</source>
        <translation>还没有运行记录。运行过的每条语句都会保留在这里。</translation>
    </message>
    <message>
        <source>No run holds “%1”.</source>
        <translation>没有包含“%1”的运行记录。</translation>
    </message>
    <message>
        <source>Open in Editor</source>
        <translation>在编辑器中打开</translation>
    </message>
    <message>
        <source>Copy Statement</source>
        <translation>复制语句</translation>
    </message>
</context>
<context>
    <name>millrace::HumanText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <extracomment>A time in this year, in the format of QLocale::toString</extracomment>
        <translation>M月d日 HH:mm</translation>
    </message>
</context>
<context>
    <name>millrace::InventoryActions</name>
    <message>
        <source>%1 on the production server %2?</source>
        <translation>在生产服务器 %2 上执行“%1”？</translation>
    </message>
    <message>
        <source>%1: %2?</source>
        <translation>%1：%2？</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: reading what there is to choose</source>
        <translation>%1：正在读取可选项</translation>
    </message>
</context>
<context>
    <name>millrace::InventoryBar</name>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Nothing on this connection is changed from here.</source>
        <translation>不能在此更改此连接上的任何内容。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ask again (F5)</source>
        <translation>重新查询（F5）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Waiting for the answer: %1</source>
        <translation>正在等待应答：%1</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在查询服务器…</translation>
    </message>
    <message>
        <source>Asked %1</source>
        <translation>查询于 %1</translation>
    </message>
</context>
<context>
    <name>millrace::InventoryController</name>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>This system tells nothing of what its server keeps.</source>
        <translation>此系统不提供其服务器上所存内容的信息。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose an item, and what is known of it stands here.</source>
        <translation>选择一项，其已知信息会显示在此处。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>millrace::InventoryDetail</name>
    <message>
        <source>Ask for this item again</source>
        <translation>重新查询此项</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>Asking for %1…</source>
        <translation>正在查询 %1…</translation>
    </message>
    <message>
        <source>Nothing is known of this item.</source>
        <translation>没有此项的信息。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The server tells nothing more of it.</source>
        <translation>服务器没有提供此项的更多信息。</translation>
    </message>
    <message>
        <source>Parts of the item</source>
        <translation>此项的各部分</translation>
    </message>
</context>
<context>
    <name>millrace::InventoryPage</name>
    <message>
        <source>Kinds of things</source>
        <translation>对象类型</translation>
    </message>
    <message>
        <source>No connection has a server to look into yet. Add one, and what its server keeps stands here.</source>
        <translation>还没有可查看服务器的连接。添加一个，其服务器上的内容会显示在此处。</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>添加连接</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the items</source>
        <translation>筛选各项</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n item(s) fits the filter.</source>
        <translation>
            <numerusform>%n 项均不符合筛选条件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选条件</translation>
    </message>
    <message>
        <source>Nothing could be read yet.</source>
        <translation>尚未读取到任何内容。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在查询服务器…</translation>
    </message>
    <message>
        <source>There is nothing of this kind.</source>
        <translation>没有此类对象。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新查询</translation>
    </message>
</context>
<context>
    <name>millrace::InventorySheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Production: type %1 to go on</source>
        <translation>生产环境：输入 %1 以继续</translation>
    </message>
    <message>
        <source>The name is not typed yet.</source>
        <translation>尚未输入名称。</translation>
    </message>
</context>
<context>
    <name>millrace::JobActionSheet</name>
    <message numerus="yes">
        <source>Savepoints of %n jobs</source>
        <translation>
            <numerusform>%n 个作业的 Savepoint</numerusform>
        </translation>
    </message>
    <message>
        <source>Savepoint of %1</source>
        <translation>%1 的 Savepoint</translation>
    </message>
    <message numerus="yes">
        <source>Stop %n jobs</source>
        <translation>
            <numerusform>停止 %n 个作业</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
    <message numerus="yes">
        <source>Dispose of %n savepoints</source>
        <translation>
            <numerusform>删除 %n 个 Savepoint</numerusform>
        </translation>
    </message>
    <message>
        <source>Dispose of a savepoint</source>
        <translation>删除 Savepoint</translation>
    </message>
    <message>
        <source>What it is done to</source>
        <translation>操作对象</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>How to stop</source>
        <translation>停止方式</translation>
    </message>
    <message>
        <source>With a savepoint</source>
        <translation>创建 Savepoint 后停止</translation>
    </message>
    <message>
        <source>Without, at once</source>
        <translation>不创建，立即停止</translation>
    </message>
    <message>
        <source>The cluster&apos;s own folder</source>
        <translation>集群的默认目录</translation>
    </message>
    <message>
        <source>Folder of the savepoint</source>
        <translation>Savepoint 的目录</translation>
    </message>
    <message>
        <source>Format of the savepoint</source>
        <translation>Savepoint 的格式</translation>
    </message>
    <message>
        <source>As the cluster has it</source>
        <translation>集群默认</translation>
    </message>
    <message>
        <source>Canonical</source>
        <translation>标准格式</translation>
    </message>
    <message>
        <source>Can be read by other versions and after a change of the state backend.</source>
        <translation>可由其他版本读取，更换状态后端后仍可使用。</translation>
    </message>
    <message>
        <source>Native</source>
        <translation>原生格式</translation>
    </message>
    <message>
        <source>Faster to take and to restore.</source>
        <translation>创建和恢复更快。</translation>
    </message>
    <message>
        <source>Drain: send the last watermark, so that windows and timers fire</source>
        <translation>排空：发送最终水位线，触发窗口和定时器</translation>
    </message>
    <message>
        <source>For a job that does not come back: what is sent so cannot be taken back.</source>
        <translation>用于不再恢复的作业：由此发出的数据无法撤回。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Take %n savepoint(s)</source>
        <translation>
            <numerusform>创建 %n 个 Savepoint</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n job(s)</source>
        <translation>
            <numerusform>停止 %n 个作业</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dispose of %n savepoint(s)</source>
        <translation>
            <numerusform>删除 %n 个 Savepoint</numerusform>
        </translation>
    </message>
    <message>
        <source>The jobs go on meanwhile.</source>
        <translation>期间作业继续运行。</translation>
    </message>
    <message>
        <source>A job whose savepoint fails runs on. The savepoint goes into the ledger.</source>
        <translation>Savepoint 失败的作业会继续运行。Savepoint 会记入台账。</translation>
    </message>
    <message>
        <source>What came since the last checkpoint is not in any savepoint.</source>
        <translation>最近一次检查点之后的数据不在任何 Savepoint 中。</translation>
    </message>
    <message>
        <source>The files are deleted on the cluster. No job can start from them any more.</source>
        <translation>集群上的文件将被删除，之后任何作业都无法再从中启动。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>转到后台继续</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>millrace::JobActions</name>
    <message>
        <source>Its connection is not saved any more.</source>
        <translation>其连接已不在保存的连接中。</translation>
    </message>
    <message>
        <source>%1 is read-only: nothing is done to its jobs from here.</source>
        <translation>%1 为只读：不能在此操作其作业。</translation>
    </message>
    <message>
        <source>The job is not known any more.</source>
        <translation>此作业已不存在。</translation>
    </message>
    <message>
        <source>It has ended already.</source>
        <translation>作业已结束。</translation>
    </message>
    <message>
        <source>The server does not list it any more.</source>
        <translation>服务器已不再列出此作业。</translation>
    </message>
    <message>
        <source>Its server has not answered yet.</source>
        <translation>其服务器尚未应答。</translation>
    </message>
    <message>
        <source>This system has no savepoints.</source>
        <translation>此系统没有 Savepoint。</translation>
    </message>
    <message>
        <source>Jobs of this system cannot be stopped from here.</source>
        <translation>不能在此停止该系统的作业。</translation>
    </message>
    <message>
        <source>Choose a job first.</source>
        <translation>请先选择作业。</translation>
    </message>
    <message>
        <source>It is pinned: unpin it first.</source>
        <translation>它已固定：请先取消固定。</translation>
    </message>
    <message>
        <source>It is gone already.</source>
        <translation>它已不存在。</translation>
    </message>
    <message>
        <source>Jobs of this system end with a savepoint only.</source>
        <translation>该系统的作业只能通过创建 Savepoint 来停止。</translation>
    </message>
    <message>
        <source>Type the name of the job: it runs in production</source>
        <translation>请输入作业名称：它运行在生产环境</translation>
    </message>
    <message>
        <source>Type the name of the connection: it is production</source>
        <translation>请输入连接名称：它是生产环境</translation>
    </message>
    <message>
        <source>Type how many of them are in production</source>
        <translation>请输入其中属于生产环境的作业数</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>runs on: %1</source>
        <translation>仍在运行：%1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>disposed of</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Savepoint of %1</source>
        <translation>%1 的 Savepoint</translation>
    </message>
    <message>
        <source>Stop %1 with a savepoint</source>
        <translation>创建 Savepoint 并停止 %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
    <message>
        <source>Dispose of %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>No savepoint of %1, which runs on: %2</source>
        <translation>未能为 %1 创建 Savepoint，作业仍在运行：%2</translation>
    </message>
    <message>
        <source>%1 was not stopped and runs on: %2</source>
        <translation>%1 未停止，仍在运行：%2</translation>
    </message>
    <message>
        <source>%1 was not disposed of: %2</source>
        <translation>未能删除 %1：%2</translation>
    </message>
</context>
<context>
    <name>millrace::JobDelegate</name>
    <message>
        <source>from here</source>
        <translation>本机启动</translation>
    </message>
</context>
<context>
    <name>millrace::JobDetailController</name>
    <message>
        <source>Incident bundle of %1</source>
        <translation>%1 的故障诊断包</translation>
    </message>
    <message>
        <source>The incident bundle is written: %1</source>
        <translation>故障诊断包已写入：%1</translation>
    </message>
    <message>
        <source>Save the incident bundle</source>
        <translation>保存故障诊断包</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>归档文件 (*.zip)</translation>
    </message>
</context>
<context>
    <name>millrace::JobDetailHeader</name>
    <message>
        <source>Copy the job&apos;s id</source>
        <translation>复制作业 ID</translation>
    </message>
    <message>
        <source>Incident bundle…</source>
        <translation>故障诊断包…</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页显示</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Incident bundle…: all that is known of this job in one zip file, without secrets</source>
        <translation>故障诊断包…：将此作业的全部已知信息写入一个 zip 文件，不含密钥</translation>
    </message>
    <message>
        <source>Below the table</source>
        <translation>显示在表格下方</translation>
    </message>
    <message>
        <source>job %1</source>
        <translation>作业 %1</translation>
    </message>
    <message>
        <source>restarts %1</source>
        <translation>重启 %1 次</translation>
    </message>
    <message>
        <source>started by %1</source>
        <translation>由 %1 启动</translation>
    </message>
</context>
<context>
    <name>millrace::JobDetailTabBar</name>
    <message>
        <source>Parts of the job: %1</source>
        <translation>作业详情：%1</translation>
    </message>
    <message>
        <source>Parts of the job</source>
        <translation>作业详情</translation>
    </message>
</context>
<context>
    <name>millrace::JobDetailView</name>
    <message>
        <source>Choose a job in the table to see what it does.</source>
        <translation>在表格中选择作业，即可查看其运行情况。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Savepoints</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Flame graph</source>
        <translation>火焰图</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The server does not know this job any more: what stands here is the last that was seen of it.</source>
        <translation>服务器上已没有此作业：此处显示的是最后一次获取的内容。</translation>
    </message>
</context>
<context>
    <name>millrace::JobFilterBar</name>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Name, id or path</source>
        <translation>名称、ID 或路径</translation>
    </message>
    <message>
        <source>Show jobs whose name, id or cluster holds this</source>
        <translation>显示名称、ID 或集群中包含此内容的作业</translation>
    </message>
    <message>
        <source>States to show</source>
        <translation>要显示的状态</translation>
    </message>
    <message>
        <source>Systems to show</source>
        <translation>要显示的系统</translation>
    </message>
    <message>
        <source>Connections to show</source>
        <translation>要显示的连接</translation>
    </message>
    <message>
        <source>Group the jobs</source>
        <translation>作业分组方式</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已保存的筛选条件</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message numerus="yes">
        <source>%n states</source>
        <translation>
            <numerusform>%n 个状态</numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>not finished &gt; 1 day</source>
        <translation>不含结束超过 1 天的</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>不含已结束的</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>System: %1</source>
        <translation>系统：%1</translation>
    </message>
    <message>
        <source>Connection: all %1</source>
        <translation>连接：全部 %1 个</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>连接：%1</translation>
    </message>
    <message>
        <source>Connection: %1 of %2</source>
        <translation>连接：%1 / %2</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>分组：%1</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Not finished for more than a day</source>
        <translation>不含结束超过一天的</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>不含已结束的</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>Only watched</source>
        <translation>仅关注的</translation>
    </message>
    <message>
        <source>Only started from here</source>
        <translation>仅本机启动的</translation>
    </message>
    <message>
        <source>No connection has jobs yet</source>
        <translation>还没有连接提供作业</translation>
    </message>
    <message>
        <source>Show as at first</source>
        <translation>恢复默认显示</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>保存此筛选条件…</translation>
    </message>
    <message>
        <source>Forget “%1”</source>
        <translation>移除“%1”</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>保存此筛选条件</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>筛选条件名称</translation>
    </message>
</context>
<context>
    <name>millrace::JobLogsTab</name>
    <message>
        <source>The server offers no logs for this job.</source>
        <translation>服务器不提供此作业的日志。</translation>
    </message>
</context>
<context>
    <name>millrace::JobSavepointModel</name>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Savepoint</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>存在时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
</context>
<context>
    <name>millrace::JobTabPage</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在查询服务器…</translation>
    </message>
</context>
<context>
    <name>millrace::JobTextModel</name>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属部分</translation>
    </message>
</context>
<context>
    <name>millrace::JobWatcher</name>
    <message>
        <source>%1 is not listed any more</source>
        <translation>%1 已不在列表中</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>%1 restarts</source>
        <translation>%1 正在重启</translation>
    </message>
    <message>
        <source>%1 finished</source>
        <translation>%1 已完成</translation>
    </message>
    <message>
        <source>%1 was stopped</source>
        <translation>%1 已停止</translation>
    </message>
    <message>
        <source>%1 has restarted</source>
        <translation>%1 已重启</translation>
    </message>
</context>
<context>
    <name>millrace::JobsController</name>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Savepoint</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>停止…</translation>
    </message>
    <message>
        <source>Restart from…</source>
        <translation>从指定位置重启…</translation>
    </message>
    <message>
        <source>Choose a job first.</source>
        <translation>请先选择作业。</translation>
    </message>
    <message>
        <source>One job at a time can be restarted.</source>
        <translation>一次只能重启一个作业。</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个作业</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restarting</source>
        <translation>
            <numerusform>%n 个正在重启</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n 个连接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>%n 个数据过期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Forget this job</source>
        <translation>移除此作业</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>millrace::JobsPage</name>
    <message>
        <source>No connection has jobs yet. Add one, and its jobs stand here.</source>
        <translation>还没有连接提供作业。添加连接后，其作业会显示在这里。</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>添加连接</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n jobs fits the filter.</source>
        <translation>
            <numerusform>%n 个作业均不符合筛选条件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>显示所有作业</translation>
    </message>
    <message>
        <source>No jobs. Run an INSERT, and its job stands here.</source>
        <translation>没有作业。运行 INSERT 后，其作业会显示在这里。</translation>
    </message>
</context>
<context>
    <name>millrace::JobsTable</name>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>millrace::JsonTableModel</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>millrace::JsonTreeModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>millrace::JsonTreeView</name>
    <message>
        <source>Answer as a tree</source>
        <translation>树形的应答</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>以表格显示</translation>
    </message>
</context>
<context>
    <name>millrace::LedgerModel</name>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Keep until</source>
        <translation>保留至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>millrace::LocalFlink</name>
    <message>
        <source>The script local-flink was not found; set MILLRACE_SCRIPTS to the folder it lies in.</source>
        <translation>找不到脚本 local-flink；请将 MILLRACE_SCRIPTS 设为其所在的文件夹。</translation>
    </message>
    <message>
        <source>Start the local Flink</source>
        <translation>启动本地 Flink</translation>
    </message>
    <message>
        <source>Stop the local Flink</source>
        <translation>停止本地 Flink</translation>
    </message>
    <message>
        <source>The local Flink did not start: %1</source>
        <translation>本地 Flink 未能启动：%1</translation>
    </message>
    <message>
        <source>The local Flink did not stop: %1</source>
        <translation>本地 Flink 未能停止：%1</translation>
    </message>
</context>
<context>
    <name>millrace::LocalFlinkBox</name>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>It did not start: see its log.</source>
        <translation>未能启动：请查看其日志。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Not fetched yet</source>
        <translation>尚未下载</translation>
    </message>
    <message>
        <source>Local Flink</source>
        <translation>本地 Flink</translation>
    </message>
    <message>
        <source>Show its log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
</context>
<context>
    <name>millrace::LocalFlinkController</name>
    <message>
        <source>The local Flink %1 answers at %2.</source>
        <translation>本地 Flink %1 已就绪，地址为 %2。</translation>
    </message>
    <message>
        <source>Flink needs Java %1: install default-jre-headless.</source>
        <translation>Flink 需要 Java %1：请安装 default-jre-headless。</translation>
    </message>
</context>
<context>
    <name>millrace::LocalSeaTunnel</name>
    <message>
        <source>Start the local SeaTunnel</source>
        <translation>启动本地 SeaTunnel</translation>
    </message>
    <message>
        <source>Stop the local SeaTunnel</source>
        <translation>停止本地 SeaTunnel</translation>
    </message>
    <message>
        <source>The local SeaTunnel did not start: %1</source>
        <translation>本地 SeaTunnel 未能启动：%1</translation>
    </message>
    <message>
        <source>The local SeaTunnel did not stop: %1</source>
        <translation>本地 SeaTunnel 未能停止：%1</translation>
    </message>
    <message>
        <source>The script local-seatunnel was not found; set MILLRACE_SCRIPTS to the folder it lies in.</source>
        <translation>找不到脚本 local-seatunnel；请将 MILLRACE_SCRIPTS 设为其所在的文件夹。</translation>
    </message>
</context>
<context>
    <name>millrace::LocalSeaTunnelController</name>
    <message>
        <source>The local SeaTunnel %1 answers at %2.</source>
        <translation>本地 SeaTunnel %1 已就绪，地址为 %2。</translation>
    </message>
</context>
<context>
    <name>millrace::LocalServer</name>
    <message>
        <source>its script said nothing.</source>
        <translation>脚本没有任何输出。</translation>
    </message>
</context>
<context>
    <name>millrace::LogExceptionModel</name>
    <message>
        <source>%1 times from %2 to %3
%4: %5</source>
        <translation>%1 次，从 %2 到 %3
%4：%5</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>末次</translation>
    </message>
</context>
<context>
    <name>millrace::LogFilterBar</name>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一个匹配（Shift+F3）</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一个匹配（F3）</translation>
    </message>
    <message>
        <source>Only matches</source>
        <translation>仅匹配行</translation>
    </message>
    <message>
        <source>Show only lines with a match</source>
        <translation>仅显示有匹配的行</translation>
    </message>
    <message>
        <source>Lines shown before and after each match</source>
        <translation>每个匹配前后显示的行数</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>List exceptions by root cause</source>
        <translation>按根本原因列出异常</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Wrap long lines (Alt+W)</source>
        <translation>长行自动换行（Alt+W）</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Stay at the end while the log grows</source>
        <translation>日志增长时停留在末尾</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>%1, as the log writes it: 14:05, 14:05:06, 11-22 14:05 or 2026-11-22 14:05</source>
        <translation>%1，按日志中的写法：14:05、14:05:06、11-22 14:05 或 2026-11-22 14:05</translation>
    </message>
    <message>
        <source>From this time on</source>
        <translation>从此时间起</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Up to this time</source>
        <translation>到此时间止</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Write a time as 14:05 or 2026-11-22 14:05</source>
        <translation>时间请写成 14:05 或 2026-11-22 14:05</translation>
    </message>
    <message>
        <source>Show %1, %2 records</source>
        <translation>显示 %1，%2 条记录</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>从 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>到 %1</translation>
    </message>
    <message>
        <source>Exceptions  %1</source>
        <translation>异常  %1</translation>
    </message>
    <message>
        <source>Not a regular expression</source>
        <translation>不是有效的正则表达式</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 个匹配</translation>
    </message>
    <message>
        <source>%1 matches in %2 lines</source>
        <translation>%1 个匹配，共 %2 行</translation>
    </message>
</context>
<context>
    <name>millrace::LogTextView</name>
    <message>
        <source>Lines of the log</source>
        <translation>日志行</translation>
    </message>
    <message>
        <source> … (%1 in this line)</source>
        <translation> …（此行共 %1）</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>millrace::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>筛选日志</translation>
    </message>
    <message>
        <source>Least level shown</source>
        <translation>显示的最低级别</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1及以上</translation>
    </message>
    <message>
        <source>Follow the end</source>
        <translation>跟随末尾</translation>
    </message>
    <message>
        <source>Copy the chosen lines, or all</source>
        <translation>复制所选行；未选择时复制全部</translation>
    </message>
    <message>
        <source>Clear the log</source>
        <translation>清空日志</translation>
    </message>
</context>
<context>
    <name>millrace::LogViewer</name>
    <message>
        <source>Exceptions by root cause</source>
        <translation>按根本原因分组的异常</translation>
    </message>
    <message>
        <source>Copy the chosen lines</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Save lines to a file…</source>
        <translation>将行保存到文件…</translation>
    </message>
    <message>
        <source>Go to a line or a time…</source>
        <translation>转到行或时间…</translation>
    </message>
    <message>
        <source>Bookmark this line</source>
        <translation>为此行添加书签</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>No line is bookmarked</source>
        <translation>没有行添加书签</translation>
    </message>
    <message>
        <source>More than 64 MB were chosen, which the clipboard would not bear: save them to a file instead.</source>
        <translation>所选内容超过 64 MB，剪贴板无法容纳：请改为保存到文件。</translation>
    </message>
    <message>
        <source>The lines are in %1.</source>
        <translation>行已保存到 %1。</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1 of %2 lines shown</source>
        <translation>显示 %1 / %2 行</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>reading, %1 %</source>
        <translation>正在读取，%1%</translation>
    </message>
    <message>
        <source>times as the log writes them</source>
        <translation>时间按日志中的写法</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>A line number, or a time as the log writes it:</source>
        <translation>行号，或日志中写法的时间：</translation>
    </message>
    <message>
        <source>%1 is neither a line number nor a time: write 1200, 14:05 or 2026-11-22 14:05.</source>
        <translation>%1 既不是行号，也不是时间：请写成 1200、14:05 或 2026-11-22 14:05。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>millrace::LogsController</name>
    <message>
        <source>No log is open. Open log files, or drop them here.</source>
        <translation>没有打开的日志。请打开日志文件，或将其拖放到这里。</translation>
    </message>
    <message>
        <source>No local Flink runs. Start one and its logs are here.</source>
        <translation>没有运行中的本地 Flink。启动后，其日志会显示在这里。</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Files of this computer</source>
        <translation>本机的文件</translation>
    </message>
    <message>
        <source>Local Flink</source>
        <translation>本地 Flink</translation>
    </message>
    <message>
        <source>Job %1 on %2</source>
        <translation>%2 上的作业 %1</translation>
    </message>
</context>
<context>
    <name>millrace::LogsPage</name>
    <message>
        <source>No log is open. Choose one at the left.</source>
        <translation>没有打开的日志。请在左侧选择。</translation>
    </message>
    <message>
        <source>Where the logs are from</source>
        <translation>日志来源</translation>
    </message>
    <message>
        <source>Open log files</source>
        <translation>打开日志文件</translation>
    </message>
    <message>
        <source>Take the chosen logs off the list (Del)</source>
        <translation>从列表中移除所选日志（Del）</translation>
    </message>
    <message>
        <source>Look for logs again</source>
        <translation>重新查找日志</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Merge by time</source>
        <translation>按时间合并</translation>
    </message>
    <message>
        <source>At most 16 logs can be merged</source>
        <translation>最多可合并 16 个日志</translation>
    </message>
    <message>
        <source>Choose several logs with Ctrl or Shift to read them as one</source>
        <translation>按住 Ctrl 或 Shift 选择多个日志，可合并阅读</translation>
    </message>
</context>
<context>
    <name>millrace::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the message and its details</source>
        <translation>复制消息及详情</translation>
    </message>
</context>
<context>
    <name>millrace::MessageLevel</name>
    <message>
        <source>debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>millrace::MessageLogModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>millrace::MetricsTab</name>
    <message>
        <source>The server tells no metrics of this job now.</source>
        <translation>服务器目前不提供此作业的指标。</translation>
    </message>
    <message>
        <source>Whose metrics</source>
        <translation>指标所属对象</translation>
    </message>
    <message>
        <source>Search metrics</source>
        <translation>搜索指标</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Tick metrics at the left to see them here.</source>
        <translation>在左侧勾选指标，即可在此查看。</translation>
    </message>
    <message numerus="yes">
        <source>%n metrics</source>
        <translation>
            <numerusform>%n 个指标</numerusform>
        </translation>
    </message>
    <message>
        <source>No value yet.</source>
        <translation>尚无数值。</translation>
    </message>
</context>
<context>
    <name>millrace::Operation</name>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>millrace::OperationListModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>millrace::OperationsIndicator</name>
    <message>
        <source>What runs in the background</source>
        <translation>后台运行的操作</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n 个操作</numerusform>
        </translation>
    </message>
    <message>
        <source>All done</source>
        <translation>全部完成</translation>
    </message>
</context>
<context>
    <name>millrace::OperationsPopup</name>
    <message>
        <source>Nothing runs in the background.</source>
        <translation>后台没有正在运行的操作。</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>millrace::OverviewTab</name>
    <message>
        <source>The server tells nothing of this job&apos;s graph and vertices.</source>
        <translation>服务器不提供此作业的图和顶点信息。</translation>
    </message>
    <message>
        <source>The server has no graph of this job now.</source>
        <translation>服务器目前没有此作业的图。</translation>
    </message>
    <message>
        <source>Vertices of the job</source>
        <translation>作业的顶点</translation>
    </message>
    <message>
        <source>Show Path</source>
        <translation>显示路径</translation>
    </message>
</context>
<context>
    <name>millrace::PaletteController</name>
    <message>
        <source>Type what you want to do</source>
        <translation>输入要执行的操作</translation>
    </message>
</context>
<context>
    <name>millrace::PictureView</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>millrace::PlanCompareDialog</name>
    <message>
        <source>explained</source>
        <translation>解释结果</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>running job</source>
        <translation>运行中的作业</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Compare plans</source>
        <translation>比较计划</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a plan and where it comes from</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>millrace::PlanController</name>
    <message>
        <source>looking for running jobs</source>
        <translation>正在查找运行中的作业</translation>
    </message>
    <message>
        <source>A plan file …</source>
        <translation>计划文件…</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>打开计划</translation>
    </message>
    <message>
        <source>Plans (*.json *.txt);;All files (*)</source>
        <translation>计划 (*.json *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>This plan is gone: explain its statement again.</source>
        <translation>此计划已不存在：请重新解释其语句。</translation>
    </message>
    <message>
        <source>This connection shows no jobs.</source>
        <translation>此连接不提供作业。</translation>
    </message>
    <message>
        <source>Open a script on the connection first: its session explains.</source>
        <translation>请先在该连接上打开脚本：解释由其会话执行。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>See what the statement would do (%1)</source>
        <translation>查看语句将如何执行（%1）</translation>
    </message>
    <message>
        <source>%1 has no plan: put the caret into a query, an INSERT or a statement set.</source>
        <translation>%1 没有计划：请将光标置于查询、INSERT 或语句集中。</translation>
    </message>
    <message>
        <source>explaining %1</source>
        <translation>正在解释 %1</translation>
    </message>
    <message>
        <source>The statement was changed since it was explained.</source>
        <translation>语句在解释之后已修改。</translation>
    </message>
    <message>
        <source>No part of the SQL was found for this step (best effort).</source>
        <translation>未找到此步骤对应的 SQL（尽力匹配）。</translation>
    </message>
    <message>
        <source>From the SQL (best effort): %1</source>
        <translation>对应的 SQL（尽力匹配）：%1</translation>
    </message>
    <message>
        <source>%1 is not known in this session, so the statement cannot be explained: run its CREATE statement first, or correct the name.</source>
        <translation>此会话中没有 %1，因此无法解释该语句：请先运行它的 CREATE 语句，或更正名称。</translation>
    </message>
</context>
<context>
    <name>millrace::PlanDiffModel</name>
    <message>
        <source>no state</source>
        <translation>无状态</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>兼容</translation>
    </message>
    <message>
        <source>fits in part</source>
        <translation>部分兼容</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>State (advice)</source>
        <translation>状态（建议）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Unchanged.</source>
        <translation>未改变。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
</context>
<context>
    <name>millrace::PlanDiffView</name>
    <message>
        <source>What changed</source>
        <translation>变化内容</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>之后：%1</translation>
    </message>
    <message>
        <source>This is advice: a plan does not say all that Flink looks at.</source>
        <translation>仅供参考：计划并未包含 Flink 检查的全部内容。</translation>
    </message>
</context>
<context>
    <name>millrace::PlanView</name>
    <message>
        <source>Syntax tree</source>
        <translation>语法树</translation>
    </message>
    <message>
        <source>Physical plan</source>
        <translation>物理计划</translation>
    </message>
    <message>
        <source>Execution plan</source>
        <translation>执行计划</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>No plan yet. Explain a statement with Ctrl+Shift+E and what it would do shows here.</source>
        <translation>还没有计划。按 Ctrl+Shift+E 解释语句，其执行方式会显示在这里。</translation>
    </message>
    <message>
        <source>This plan has no steps.</source>
        <translation>此计划没有步骤。</translation>
    </message>
    <message>
        <source>The plan as the server sent it</source>
        <translation>服务器返回的原始计划</translation>
    </message>
    <message>
        <source>Explain the statement</source>
        <translation>解释语句</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>What to show of the plan</source>
        <translation>计划的显示内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Compare two plans and see what becomes of the state</source>
        <translation>比较两个计划，查看状态能否沿用</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较结果</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>millrace::PresetRow</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saved values</source>
        <translation>已保存的值</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Name to save the values under</source>
        <translation>保存这些值所用的名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>nothing saved yet</source>
        <translation>尚未保存任何内容</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
</context>
<context>
    <name>millrace::ProblemsModel</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>millrace::ProblemsView</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No problems. What a check or a run finds wrong with a script stands here.</source>
        <translation>没有问题。检查或运行脚本时发现的问题会显示在这里。</translation>
    </message>
    <message>
        <source>Which files</source>
        <translation>文件范围</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>已打开的文件</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>此文件</translation>
    </message>
    <message>
        <source>F2 next</source>
        <translation>F2 下一个</translation>
    </message>
    <message>
        <source>API call</source>
        <translation>API 调用</translation>
    </message>
    <message>
        <source>Copy the root cause and the stack</source>
        <translation>复制根本原因和堆栈</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>Stack of the server</source>
        <translation>服务器堆栈</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stack, %n line(s)</source>
        <translation>
            <numerusform>堆栈，%n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::Program</name>
    <message>
        <source>About Millrace</source>
        <translation>关于 Millrace</translation>
    </message>
    <message>
        <source>&lt;b&gt;Millrace %1&lt;/b&gt;&lt;p&gt;A workbench for FlinkSQL. Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Millrace %1&lt;/b&gt;&lt;p&gt;FlinkSQL 工作台。自由软件，以 GNU 通用公共许可证第 3 版或更高版本发布。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>local Flink</source>
        <translation>本地 Flink</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The new language holds from the next start on.</source>
        <translation>新语言将在下次启动后生效。</translation>
    </message>
    <message>
        <source>Local SeaTunnel</source>
        <translation>本地 SeaTunnel</translation>
    </message>
    <message>
        <source>local SeaTunnel</source>
        <translation>本地 SeaTunnel</translation>
    </message>
</context>
<context>
    <name>millrace::RebalanceChart</name>
    <message>
        <source>Duration of each rebalance over time</source>
        <translation>各次重平衡的耗时变化</translation>
    </message>
    <message>
        <source>%1, %2 s, generation %3, %4, %5</source>
        <translation>%1，%2 s，generation %3，%4，%5</translation>
    </message>
    <message>
        <source>No rebalance to draw.</source>
        <translation>没有可绘制的重平衡。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>max.poll.interval.ms, %1 s</source>
        <translation>max.poll.interval.ms，%1 s</translation>
    </message>
    <message>
        <source>max.poll.interval.ms, %1 s by default</source>
        <translation>max.poll.interval.ms，默认 %1 s</translation>
    </message>
</context>
<context>
    <name>millrace::RebalanceFindingsView</name>
    <message>
        <source>Findings</source>
        <translation>诊断结论</translation>
    </message>
    <message>
        <source>Findings on %1</source>
        <translation>%1 的诊断结论</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>未发现异常。</translation>
    </message>
    <message>
        <source>Errors of clients in these logs</source>
        <translation>这些日志中的客户端错误</translation>
    </message>
    <message>
        <source>About the logs</source>
        <translation>关于日志</translation>
    </message>
    <message>
        <source>Advice: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>Price: %1</source>
        <translation>代价：%1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Mind: %1</source>
        <translation>注意：%1</translation>
    </message>
</context>
<context>
    <name>millrace::RebalanceGroupModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Rebalances</source>
        <translation>重平衡</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>95 % under</source>
        <translation>95% 低于</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Not consuming</source>
        <translation>停止消费</translation>
    </message>
    <message>
        <source>Of the time</source>
        <translation>时间占比</translation>
    </message>
</context>
<context>
    <name>millrace::RebalanceModel</name>
    <message>
        <source>failed: %1</source>
        <translation>故障：%1</translation>
    </message>
    <message>
        <source>left: %1</source>
        <translation>离开：%1</translation>
    </message>
    <message>
        <source>did not rejoin: %1</source>
        <translation>未重新加入：%1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>%1 之前</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Join s</source>
        <translation>加入（s）</translation>
    </message>
    <message>
        <source>Sync s</source>
        <translation>同步（s）</translation>
    </message>
    <message>
        <source>Total s</source>
        <translation>总计（s）</translation>
    </message>
    <message>
        <source>Gen.</source>
        <translation>generation</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Lost members</source>
        <translation>失去的成员</translation>
    </message>
    <message>
        <source>Reason as the broker wrote it</source>
        <translation>Broker 记录的原因</translation>
    </message>
</context>
<context>
    <name>millrace::RebalancesController</name>
    <message>
        <source>Kafka rebalances</source>
        <translation>Kafka 重平衡</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>The rebalances are in %1.</source>
        <translation>重平衡已保存到 %1。</translation>
    </message>
</context>
<context>
    <name>millrace::RebalancesPage</name>
    <message>
        <source>%1: UTC, local, +08:00 or Asia/Shanghai</source>
        <translation>%1：UTC、local、+08:00 或 Asia/Shanghai</translation>
    </message>
    <message>
        <source>No broker log is open. Open the server.log files of one or more Kafka brokers, packed or not.</source>
        <translation>没有打开的 Broker 日志。请打开一个或多个 Kafka Broker 的 server.log 文件，压缩与否均可。</translation>
    </message>
    <message>
        <source>Open broker logs</source>
        <translation>打开 Broker 日志</translation>
    </message>
    <message>
        <source>Zone of the log</source>
        <translation>日志的时区</translation>
    </message>
    <message>
        <source>Zone shown</source>
        <translation>显示的时区</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Seconds on a logarithmic scale</source>
        <translation>以对数刻度显示秒数</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Go on while the logs grow</source>
        <translation>日志增长时持续分析</translation>
    </message>
    <message>
        <source>Save the rebalances as CSV or JSON</source>
        <translation>将重平衡保存为 CSV 或 JSON</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>保存为 CSV…</translation>
    </message>
    <message>
        <source>Save as JSON…</source>
        <translation>保存为 JSON…</translation>
    </message>
    <message>
        <source>Kafka rebalances</source>
        <translation>Kafka 重平衡</translation>
    </message>
    <message>
        <source>Log is in</source>
        <translation>日志时区</translation>
    </message>
    <message>
        <source>shown in</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>Consumer groups</source>
        <translation>消费者组</translation>
    </message>
    <message>
        <source>Rebalances</source>
        <translation>重平衡</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>times in %1, the log&apos;s own taken as %2</source>
        <translation>时间按 %1 显示，日志自身按 %2 解读</translation>
    </message>
    <message>
        <source>reading, %1 %</source>
        <translation>正在读取，%1%</translation>
    </message>
</context>
<context>
    <name>millrace::RecordPanel</name>
    <message>
        <source>Fields of the row</source>
        <translation>行的字段</translation>
    </message>
    <message>
        <source>Whole value</source>
        <translation>完整值</translation>
    </message>
    <message>
        <source>Close the row&apos;s panel (F7)</source>
        <translation>关闭行面板（F7）</translation>
    </message>
    <message>
        <source>History of this row</source>
        <translation>此行的历史</translation>
    </message>
    <message>
        <source>Show only the changes of this row</source>
        <translation>只显示此行的变更</translation>
    </message>
    <message>
        <source>No row chosen</source>
        <translation>未选择行</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>变更 %1</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message numerus="yes">
        <source>%1 change(s)</source>
        <translation>
            <numerusform>%1 次变更</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy Value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy Name</source>
        <translation>复制名称</translation>
    </message>
</context>
<context>
    <name>millrace::RemoteLog</name>
    <message>
        <source>----- Here the log began anew on the server. -----</source>
        <translation>----- 服务器上的日志从这里重新开始。 -----</translation>
    </message>
</context>
<context>
    <name>millrace::RestartAdvisor</name>
    <message>
        <source>This system explains no plans: whether the state fits shows when the job starts.</source>
        <translation>此系统不解释计划：状态能否沿用，要到作业启动时才能知道。</translation>
    </message>
    <message>
        <source>Reading the plan of the job…</source>
        <translation>正在读取作业的计划…</translation>
    </message>
    <message>
        <source>Having the SQL of the savepoint explained…</source>
        <translation>正在解释 Savepoint 的 SQL…</translation>
    </message>
    <message>
        <source>the SQL of the savepoint is not known, and no plan of its job either.</source>
        <translation>不知道 Savepoint 的 SQL，也没有其作业的计划。</translation>
    </message>
    <message>
        <source>the SQL of the savepoint cannot be explained here: %1</source>
        <translation>无法在此解释 Savepoint 的 SQL：%1</translation>
    </message>
    <message>
        <source>Having the SQL to go on with explained…</source>
        <translation>正在解释要继续运行的 SQL…</translation>
    </message>
    <message>
        <source>the SQL to go on with cannot be explained: %1</source>
        <translation>无法解释要继续运行的 SQL：%1</translation>
    </message>
    <message>
        <source>This connection shows no jobs.</source>
        <translation>此连接不提供作业。</translation>
    </message>
    <message>
        <source>The server shows no plan of this job.</source>
        <translation>服务器没有提供此作业的计划。</translation>
    </message>
</context>
<context>
    <name>millrace::RestartComparison</name>
    <message>
        <source>SQL of the savepoint</source>
        <translation>Savepoint 的 SQL</translation>
    </message>
    <message>
        <source>The SQL to go on with</source>
        <translation>后续使用的 SQL</translation>
    </message>
    <message>
        <source>the same SQL</source>
        <translation>相同的 SQL</translation>
    </message>
    <message>
        <source>How to show the change</source>
        <translation>变更的显示方式</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>单列</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>→ now</source>
        <translation>→ 现在</translation>
    </message>
    <message>
        <source>SQL of the savepoint %1</source>
        <translation>Savepoint %1 的 SQL</translation>
    </message>
    <message>
        <source>the SQL of the savepoint is not known</source>
        <translation>Savepoint 的 SQL 未知</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>%1 added, %2 removed</source>
        <translation>添加 %1 行，移除 %2 行</translation>
    </message>
    <message>
        <source>Without a text to go on with there is nothing to compare.</source>
        <translation>没有要继续运行的文本，无从比较。</translation>
    </message>
</context>
<context>
    <name>millrace::RestartController</name>
    <message>
        <source>Jobs of this system cannot be started from here.</source>
        <translation>不能在此启动该系统的作业。</translation>
    </message>
    <message>
        <source>It is gone: nothing can start from it.</source>
        <translation>它已不存在：无法从中启动。</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <source>Stopping %1 with a savepoint…</source>
        <translation>正在创建 Savepoint 并停止 %1…</translation>
    </message>
    <message>
        <source>%1 was not stopped and runs on: %2</source>
        <translation>%1 未停止，仍在运行：%2</translation>
    </message>
    <message>
        <source>Starting %1…</source>
        <translation>正在启动 %1…</translation>
    </message>
    <message>
        <source>%1 is stopped and did not start again: %2 Its last savepoint is %3.</source>
        <translation>%1 已停止，但未能重新启动：%2 其最近的 Savepoint 为 %3。</translation>
    </message>
</context>
<context>
    <name>millrace::RestartSheet</name>
    <message>
        <source>Restart %1 from a savepoint</source>
        <translation>从 Savepoint 重启 %1</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>启动位置</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Savepoints</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>No savepoint or checkpoint of this job is known. Type where one lies.</source>
        <translation>没有此作业的已知 Savepoint 或检查点。请输入其所在路径。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Path of the savepoint</source>
        <translation>Savepoint 的路径</translation>
    </message>
    <message>
        <source>Type the job name to restart it in production</source>
        <translation>请输入作业名称以在生产环境中重启</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop and restart</source>
        <translation>停止并重启</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>The server keeps this job and starts it again as it was.</source>
        <translation>服务器保留此作业，并按原样重新启动。</translation>
    </message>
    <message>
        <source>Choose a savepoint or type where one lies.</source>
        <translation>请选择 Savepoint，或输入其所在路径。</translation>
    </message>
    <message>
        <source>The SQL of this job is not known here: open its script in a tab.</source>
        <translation>此处没有该作业的 SQL：请在标签页中打开其脚本。</translation>
    </message>
    <message>
        <source>Taken when the job stops</source>
        <translation>停止作业时创建</translation>
    </message>
    <message>
        <source>s3://…/savepoint-…</source>
        <translation>s3://…/savepoint-…</translation>
    </message>
    <message>
        <source>It is %1: nothing can start from it.</source>
        <translation>它的状态为“%1”：无法从中启动。</translation>
    </message>
    <message>
        <source>Typed: whether it is there shows when the job starts.</source>
        <translation>手动输入：是否存在，启动作业时才能确定。</translation>
    </message>
    <message>
        <source>The running job stops with a new savepoint first.</source>
        <translation>运行中的作业会先创建新的 Savepoint 并停止。</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>转到后台继续</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
</context>
<context>
    <name>millrace::ResultBar</name>
    <message>
        <source>changes/s</source>
        <translation>次变更/秒</translation>
    </message>
    <message>
        <source>Filter loaded rows</source>
        <translation>筛选已加载的行</translation>
    </message>
    <message>
        <source>Write the rows to a file</source>
        <translation>将行写入文件</translation>
    </message>
    <message>
        <source>Copy the selected cells</source>
        <translation>复制所选单元格</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Show the newest rows again; none were lost</source>
        <translation>重新显示最新的行；没有丢失任何行</translation>
    </message>
    <message>
        <source>Hold still; rows are still collected</source>
        <translation>暂停显示；仍在继续接收行</translation>
    </message>
    <message>
        <source>CSV File…</source>
        <translation>CSV 文件…</translation>
    </message>
    <message>
        <source>JSON File…</source>
        <translation>JSON 文件…</translation>
    </message>
    <message>
        <source>JSON Lines File…</source>
        <translation>JSON Lines 文件…</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>筛选 %1</translation>
    </message>
</context>
<context>
    <name>millrace::ResultExport</name>
    <message>
        <source>%1 could not be written: %2. Choose another folder or make room on the disk.</source>
        <translation>无法写入 %1：%2。请选择其他文件夹，或清理磁盘空间。</translation>
    </message>
</context>
<context>
    <name>millrace::ResultGrid</name>
    <message>
        <source>Result rows</source>
        <translation>结果行</translation>
    </message>
    <message>
        <source>Sort Ascending</source>
        <translation>升序排序</translation>
    </message>
    <message>
        <source>Sort Descending</source>
        <translation>降序排序</translation>
    </message>
    <message>
        <source>Order of Arrival</source>
        <translation>按到达顺序</translation>
    </message>
    <message>
        <source>Filter This Column…</source>
        <translation>筛选此列…</translation>
    </message>
    <message>
        <source>Hide Column</source>
        <translation>隐藏列</translation>
    </message>
    <message>
        <source>Show Column</source>
        <translation>显示列</translation>
    </message>
    <message>
        <source>Show All Columns</source>
        <translation>显示所有列</translation>
    </message>
    <message>
        <source>Fit Widths</source>
        <translation>自适应列宽</translation>
    </message>
    <message>
        <source>Original Column Order</source>
        <translation>恢复列顺序</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy With Headers</source>
        <translation>连同表头复制</translation>
    </message>
    <message>
        <source>Copy As</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Show Row in Panel</source>
        <translation>在面板中显示行</translation>
    </message>
    <message>
        <source>History of This Row</source>
        <translation>此行的历史</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>millrace::ResultPage</name>
    <message>
        <source>Result text</source>
        <translation>结果文本</translation>
    </message>
    <message>
        <source>Waits until the statements before it are done.</source>
        <translation>等待前面的语句完成。</translation>
    </message>
    <message>
        <source>Running. Rows show here as soon as the server sends them.</source>
        <translation>正在运行。服务器发来的行会立即显示在这里。</translation>
    </message>
    <message>
        <source>Cancelling.</source>
        <translation>正在取消。</translation>
    </message>
    <message>
        <source>Done. The statement gives no rows.</source>
        <translation>已完成。此语句不返回行。</translation>
    </message>
    <message>
        <source>Submitted as job %1.</source>
        <translation>已提交为作业 %1。</translation>
    </message>
    <message>
        <source>Failed before there were rows.</source>
        <translation>返回行之前失败。</translation>
    </message>
    <message>
        <source>Cancelled before there were rows.</source>
        <translation>返回行之前已取消。</translation>
    </message>
    <message>
        <source>%1 of the loaded rows, more being looked through</source>
        <translation>已加载行中的 %1 行，仍在查找</translation>
    </message>
    <message>
        <source>%1 of the loaded rows</source>
        <translation>已加载行中的 %1 行</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>已接收 %1</translation>
    </message>
    <message>
        <source>all kept, %1 on disk</source>
        <translation>全部保留，其中 %1 在磁盘上</translation>
    </message>
    <message>
        <source>all kept</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>cap %1</source>
        <translation>上限 %1</translation>
    </message>
    <message>
        <source>Go to Statement</source>
        <translation>转到语句</translation>
    </message>
    <message>
        <source>Run Again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Fetching stopped at the row cap of %1; there may be more. Choose a higher cap in the run bar and run it again to see them.</source>
        <translation>已达到行数上限 %1，停止获取；可能还有更多行。如需查看，请在运行栏中选择更高的上限并重新运行。</translation>
    </message>
    <message>
        <source>Rows could not be moved to disk and stay in memory: %1</source>
        <translation>无法将行转存到磁盘，仍保留在内存中：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) take back a row that never came, so the table may differ from the server&apos;s. The changelog shows them all.</source>
        <translation>
            <numerusform>有 %n 次变更撤回了从未收到的行，因此此表可能与服务器上的不同。变更日志中会显示全部变更。</numerusform>
        </translation>
    </message>
    <message>
        <source>No update was seen yet, so nothing tells rows apart; all changes are shown.</source>
        <translation>尚未收到更新，无法区分各行；显示全部变更。</translation>
    </message>
    <message>
        <source>Changes of the row with %1.</source>
        <translation>%1 所在行的变更。</translation>
    </message>
    <message>
        <source>Show All Changes</source>
        <translation>显示全部变更</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) are on the clipboard.</source>
        <translation>
            <numerusform>已将 %1 行复制到剪贴板。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::ResultTabButton</name>
    <message>
        <source>Result: %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>millrace::ResultTabs</name>
    <message>
        <source>More results</source>
        <translation>更多结果</translation>
    </message>
</context>
<context>
    <name>millrace::ResultsPane</name>
    <message>
        <source>No results yet. Run a statement with Ctrl+Enter and its rows show here.</source>
        <translation>还没有结果。按 Ctrl+Enter 运行语句，结果行会显示在这里。</translation>
    </message>
    <message>
        <source>Write Rows to a File</source>
        <translation>将行写入文件</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写入 %1</translation>
    </message>
</context>
<context>
    <name>millrace::RunBar</name>
    <message>
        <source>No cap</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Choose a connection</source>
        <translation>选择连接</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Execution mode</source>
        <translation>执行模式</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批</translation>
    </message>
    <message>
        <source>Reads the input to its end, then gives the final result</source>
        <translation>读完全部输入后给出最终结果</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>流</translation>
    </message>
    <message>
        <source>Gives changes for as long as input arrives</source>
        <translation>只要有输入到达，就持续给出变更</translation>
    </message>
    <message>
        <source>Row cap</source>
        <translation>行数上限</translation>
    </message>
    <message>
        <source>Row cap: a run stops after so many rows</source>
        <translation>行数上限：达到该行数后停止运行</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Run the statement under the caret, or the selection</source>
        <translation>运行光标处的语句或所选内容</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>Submit…</source>
        <translation>提交…</translation>
    </message>
    <message>
        <source>Submit the text as a job</source>
        <translation>将文本作为作业提交</translation>
    </message>
    <message>
        <source>Run the text, or the selection</source>
        <translation>运行文本或所选内容</translation>
    </message>
    <message>
        <source>What the session is opened with: %1</source>
        <translation>打开会话时使用的设置：%1</translation>
    </message>
</context>
<context>
    <name>millrace::RunState</name>
    <message>
        <source>Not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>millrace::SampleCard</name>
    <message>
        <source>Sample: %1</source>
        <translation>示例：%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Run this</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Start Flink and run this</source>
        <translation>启动 Flink 并运行</translation>
    </message>
    <message>
        <source>The local Flink is being started or stopped.</source>
        <translation>本地 Flink 正在启动或停止。</translation>
    </message>
    <message>
        <source>Open in editor</source>
        <translation>在编辑器中打开</translation>
    </message>
    <message>
        <source>Nothing runs until you press Run.</source>
        <translation>按“运行”之前不会执行任何内容。</translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation>上一个示例</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>下一个示例</translation>
    </message>
</context>
<context>
    <name>millrace::SavepointTimeline</name>
    <message>
        <source>Savepoints and checkpoints</source>
        <translation>Savepoint 和检查点</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>when the job stops</source>
        <translation>停止作业时</translation>
    </message>
    <message>
        <source>a new savepoint</source>
        <translation>新的 Savepoint</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Checkpoint %1 failed: %2</source>
        <translation>检查点 %1 失败：%2</translation>
    </message>
</context>
<context>
    <name>millrace::SavepointsController</name>
    <message>
        <source>Ledgers (*.json);;All files (*)</source>
        <translation>台账 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Savepoints</source>
        <translation>Savepoint</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n entries of the ledger?</source>
        <translation>
            <numerusform>是否移除台账中的 %n 条记录？</numerusform>
        </translation>
    </message>
    <message>
        <source>The files stay where they are; only our record of them goes.</source>
        <translation>文件保持不变；仅移除此处的记录。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Choose a savepoint first.</source>
        <translation>请先选择 Savepoint。</translation>
    </message>
    <message>
        <source>A job starts from one savepoint.</source>
        <translation>作业只能从一个 Savepoint 启动。</translation>
    </message>
    <message>
        <source>Read a ledger</source>
        <translation>读取台账</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were read.</source>
        <translation>
            <numerusform>已读取 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the ledger</source>
        <translation>写出台账</translation>
    </message>
    <message>
        <source>The ledger was written to %1.</source>
        <translation>台账已写入 %1。</translation>
    </message>
</context>
<context>
    <name>millrace::SavepointsPage</name>
    <message>
        <source>Savepoints</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>No savepoints yet. Take one from a running job.</source>
        <translation>还没有 Savepoint。请为运行中的作业创建。</translation>
    </message>
    <message>
        <source>Job, path, note or SQL</source>
        <translation>作业、路径、备注或 SQL</translation>
    </message>
    <message>
        <source>Show savepoints that hold this</source>
        <translation>显示包含此内容的 Savepoint</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Restart from…</source>
        <translation>从指定位置重启…</translation>
    </message>
    <message>
        <source>Dispose of…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>No savepoint holds “%1”.</source>
        <translation>没有包含“%1”的 Savepoint。</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Pin: keep it for ever</source>
        <translation>固定：永久保留</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>保留时长</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>No end</source>
        <translation>无限期</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>标记为</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Forget the entry</source>
        <translation>移除记录</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>millrace::SavepointsTab</name>
    <message>
        <source>No savepoints yet. Take one while the job runs.</source>
        <translation>还没有 Savepoint。可在作业运行时创建。</translation>
    </message>
    <message>
        <source>Savepoints and checkpoints to restart from</source>
        <translation>可用于重启的 Savepoint 和检查点</translation>
    </message>
    <message>
        <source>Restart from…</source>
        <translation>从指定位置重启…</translation>
    </message>
    <message>
        <source>Dispose…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Copy the location</source>
        <translation>复制位置</translation>
    </message>
    <message>
        <source>A checkpoint belongs to its job: the cluster removes it by itself.</source>
        <translation>检查点属于其作业：集群会自动清理。</translation>
    </message>
</context>
<context>
    <name>millrace::ScriptSession</name>
    <message>
        <source>This connection cannot run SQL: choose another one.</source>
        <translation>此连接无法运行 SQL：请选择其他连接。</translation>
    </message>
    <message>
        <source>%1 belongs to Flink&apos;s SQL client and means nothing to a gateway: leave it out.</source>
        <translation>%1 是 Flink SQL 客户端的命令，对 SQL Gateway 无意义：请去掉。</translation>
    </message>
    <message>
        <source>%1 is read only, so %2 was not sent: change that in its form if you must.</source>
        <translation>%1 为只读连接，%2 未发送：如确有需要，请在其表单中更改。</translation>
    </message>
    <message>
        <source>The server answered without a value.</source>
        <translation>服务器的应答中没有值。</translation>
    </message>
    <message>
        <source>This connection shows no catalogs.</source>
        <translation>此连接不提供目录。</translation>
    </message>
    <message>
        <source>This connection explains no SQL.</source>
        <translation>此连接不支持解释 SQL。</translation>
    </message>
    <message>
        <source>%1 is read only, and nobody knows what this text does, so it was not sent: change that in its form if you must.</source>
        <translation>%1 为只读连接，且无法得知此文本会执行什么操作，因此未发送：如确有需要，请在其表单中更改。</translation>
    </message>
    <message>
        <source>This connection cannot watch a job again: look for it in Jobs.</source>
        <translation>此连接不能重新关注作业：请在“作业”中查找。</translation>
    </message>
</context>
<context>
    <name>millrace::ScriptTab</name>
    <message numerus="yes">
        <source>running %1 · %n row(s)</source>
        <translation>
            <numerusform>运行中 %1 · %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>运行中 %1</translation>
    </message>
    <message>
        <source>cancelling %1</source>
        <translation>正在取消 %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>cancelled before it began</source>
        <translation>开始前已取消</translation>
    </message>
    <message>
        <source>cancelled after %1</source>
        <translation>已取消，用时 %1</translation>
    </message>
    <message>
        <source>stopped at the row cap of %1</source>
        <translation>已达到行数上限 %1，停止</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>新建会话</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose a connection first.</source>
        <translation>请先选择连接。</translation>
    </message>
    <message>
        <source>There is no statement to run yet.</source>
        <translation>还没有可运行的语句。</translation>
    </message>
    <message>
        <source>There is no text to submit yet.</source>
        <translation>还没有可提交的文本。</translation>
    </message>
    <message>
        <source>%1 does not run %2: choose a connection that takes it as a job.</source>
        <translation>%1 不能运行 %2：请选择可将其作为作业提交的连接。</translation>
    </message>
    <message>
        <source>running %1 · %2</source>
        <translation>运行中 %1 · %2</translation>
    </message>
    <message>
        <source>What this script had started went on at the server when it was left: job %1.</source>
        <translation>此脚本启动的内容在离开后仍在服务器上继续运行：作业 %1。</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>重新关注</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
</context>
<context>
    <name>millrace::SecretEditor</name>
    <message>
        <source>Left empty, the old one is removed</source>
        <translation>留空则删除原值</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>保留原值</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
</context>
<context>
    <name>millrace::SecretStore</name>
    <message>
        <source>The system keychain refused access: unlock it, then try again.</source>
        <translation>系统密钥环拒绝访问：请解锁后重试。</translation>
    </message>
    <message>
        <source>The system keychain could not remove the secret: remove it there by hand.</source>
        <translation>系统密钥环无法删除该密钥：请在其中手动删除。</translation>
    </message>
    <message>
        <source>No system keychain answers: start one, such as GNOME Keyring or KWallet.</source>
        <translation>没有可用的系统密钥环：请启动一个，例如 GNOME Keyring 或 KWallet。</translation>
    </message>
    <message>
        <source>Kept in the system keychain.</source>
        <translation>保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Kept until Millrace closes: no system keychain answers.</source>
        <translation>仅保留到 Millrace 关闭：没有可用的系统密钥环。</translation>
    </message>
    <message>
        <source>Goes to the system keychain, never into a file.</source>
        <translation>保存到系统密钥环，绝不写入文件。</translation>
    </message>
</context>
<context>
    <name>millrace::SelectionSummary</name>
    <message>
        <source>%1 cells</source>
        <translation>%1 个单元格</translation>
    </message>
    <message>
        <source>%1 · sum %2</source>
        <translation>%1 · 合计 %2</translation>
    </message>
</context>
<context>
    <name>millrace::ServerTexts</name>
    <message>
        <source>The connection that this text came from was removed: save it as a file.</source>
        <translation>此文本所属的连接已被删除：请将其保存为文件。</translation>
    </message>
    <message>
        <source>%1 is read only: save the text as a file, or allow changes in the connection.</source>
        <translation>%1 为只读：请将文本保存为文件，或在连接中允许更改。</translation>
    </message>
    <message>
        <source>Save %1 on the production server %2?</source>
        <translation>在生产服务器 %2 上保存 %1？</translation>
    </message>
    <message>
        <source>The text that is there now is replaced.</source>
        <translation>服务器上现有的文本会被替换。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>保存 %1</translation>
    </message>
    <message>
        <source>Saved on %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>millrace::Settings</name>
    <message>
        <source>The settings in %1 could not be read. The file is now %2, and the defaults hold.</source>
        <translation>无法读取 %1 中的设置。该文件现改名为 %2，已使用默认设置。</translation>
    </message>
    <message>
        <source>The settings could not be written to %1: check the permissions and the free space.</source>
        <translation>无法将设置写入 %1：请检查权限和可用空间。</translation>
    </message>
    <message>
        <source>Another window holds the file.</source>
        <translation>另一个窗口正在使用该文件。</translation>
    </message>
</context>
<context>
    <name>millrace::Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>millrace::SqlEditor</name>
    <message>
        <source>SQL editor</source>
        <translation>SQL 编辑器</translation>
    </message>
    <message>
        <source>%1 editor</source>
        <translation>%1 编辑器</translation>
    </message>
</context>
<context>
    <name>millrace::SqlTab</name>
    <message>
        <source>Nobody kept the SQL of this job.</source>
        <translation>未保存此作业的 SQL。</translation>
    </message>
    <message>
        <source>Copy the SQL</source>
        <translation>复制 SQL</translation>
    </message>
    <message>
        <source>Open in Editor</source>
        <translation>在编辑器中打开</translation>
    </message>
</context>
<context>
    <name>millrace::StartPage</name>
    <message>
        <source>orders per shop</source>
        <translation>每家门店的订单</translation>
    </message>
    <message>
        <source>a report in batch mode</source>
        <translation>批模式报表</translation>
    </message>
    <message>
        <source>clicks per window of time</source>
        <translation>每个时间窗口的点击</translation>
    </message>
    <message>
        <source>two streams joined</source>
        <translation>两条流的 JOIN</translation>
    </message>
    <message>
        <source>one job with two sinks</source>
        <translation>一个作业写入两个 sink</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1或 %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nothing is open and no connection exists yet. Start with one of these.</source>
        <translation>还没有打开的文件，也没有连接。请从下面任选一项开始。</translation>
    </message>
    <message>
        <source>Nothing is open. Start with one of these.</source>
        <translation>还没有打开的文件。请从下面任选一项开始。</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>添加连接</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Open a SQL file</source>
        <translation>打开 SQL 文件</translation>
    </message>
    <message>
        <source>Or drop files and folders on this window.</source>
        <translation>也可以将文件和文件夹拖放到此窗口。</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Flink</source>
        <translation>Flink</translation>
    </message>
    <message>
        <source>Flink %1</source>
        <translation>Flink %1</translation>
    </message>
    <message>
        <source>Start a local Flink</source>
        <translation>启动本地 Flink</translation>
    </message>
    <message>
        <source>%1, one TaskManager, 4 slots. Its files are here already.</source>
        <translation>%1，一个 TaskManager，4 个 slot。文件已在本地。</translation>
    </message>
    <message>
        <source>%1, one TaskManager, 4 slots. Fetched once, about 500 MB.</source>
        <translation>%1，一个 TaskManager，4 个 slot。只需下载一次，约 500 MB。</translation>
    </message>
    <message>
        <source>Starting a local Flink: press again to cancel</source>
        <translation>正在启动本地 Flink：再按一次取消</translation>
    </message>
    <message>
        <source>Stopping the local Flink</source>
        <translation>正在停止本地 Flink</translation>
    </message>
    <message>
        <source>The local Flink runs</source>
        <translation>本地 Flink 正在运行</translation>
    </message>
    <message>
        <source>%1, one TaskManager, 4 slots. Stop it in the Connections panel.</source>
        <translation>%1，一个 TaskManager，4 个 slot。可在“连接”面板中停止。</translation>
    </message>
    <message>
        <source>Start the local Flink again</source>
        <translation>重新启动本地 Flink</translation>
    </message>
    <message>
        <source>Java %1</source>
        <translation>Java %1</translation>
    </message>
    <message>
        <source>Java is missing</source>
        <translation>缺少 Java</translation>
    </message>
    <message>
        <source>Java %1 is too old</source>
        <translation>Java %1 版本过低</translation>
    </message>
</context>
<context>
    <name>millrace::StateAdviceView</name>
    <message>
        <source>What becomes of the state</source>
        <translation>状态能否沿用</translation>
    </message>
    <message>
        <source>Show both plans</source>
        <translation>显示两个计划</translation>
    </message>
    <message>
        <source>Restarting does not wait for this.</source>
        <translation>重启无需等待此结果。</translation>
    </message>
    <message>
        <source>Advice from comparing plans and keys; Flink decides when the job starts.</source>
        <translation>这是通过比较计划和键得出的建议；最终由 Flink 在作业启动时决定。</translation>
    </message>
    <message>
        <source>Unknown:</source>
        <translation>未知：</translation>
    </message>
    <message>
        <source>Flink decides when the job starts.</source>
        <translation>最终由 Flink 在作业启动时决定。</translation>
    </message>
</context>
<context>
    <name>millrace::StateTimelineModel</name>
    <message>
        <source>until now</source>
        <translation>至今</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>持续时间</translation>
    </message>
</context>
<context>
    <name>millrace::StatementList</name>
    <message>
        <source>Statements</source>
        <translation>语句</translation>
    </message>
    <message numerus="yes">
        <source>%n in this script</source>
        <translation>
            <numerusform>本脚本 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>millrace::StatementRun</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>millrace::StatusBar</name>
    <message>
        <source>Opening session</source>
        <translation>正在打开会话</translation>
    </message>
    <message>
        <source>Session open %1</source>
        <translation>会话已打开 %1</translation>
    </message>
    <message>
        <source>Session lost</source>
        <translation>会话已丢失</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>errors, warnings</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 change(s)</source>
        <translation>
            <numerusform>%1 次变更</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection %1</source>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>The server forgot the session: its temporary tables and settings are gone. Click to open a new one.</source>
        <translation>服务器上已没有此会话：临时表和设置均已丢失。点击可新建会话。</translation>
    </message>
    <message>
        <source>Current catalog and database</source>
        <translation>当前目录和数据库</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>流</translation>
    </message>
    <message>
        <source>Runtime mode</source>
        <translation>运行模式</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Statements that run</source>
        <translation>正在运行的语句</translation>
    </message>
    <message>
        <source>Problems in this script</source>
        <translation>此脚本中的问题</translation>
    </message>
    <message>
        <source>Memory that results take</source>
        <translation>结果占用的内存</translation>
    </message>
    <message>
        <source>Times are shown in %1</source>
        <translation>时间按 %1 显示</translation>
    </message>
    <message>
        <source>Encoding and line ends of the file</source>
        <translation>文件的编码和换行符</translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
    <message>
        <source>Place of the caret</source>
        <translation>光标位置</translation>
    </message>
    <message numerus="yes">
        <source>%n new notification(s)</source>
        <translation>
            <numerusform>%n 条新通知</numerusform>
        </translation>
    </message>
    <message>
        <source>No new notifications</source>
        <translation>没有新通知</translation>
    </message>
</context>
<context>
    <name>millrace::StatusController</name>
    <message>
        <source>The whole text</source>
        <translation>完整文本</translation>
    </message>
</context>
<context>
    <name>millrace::SubmitController</name>
    <message>
        <source>%1 asks for nothing beside the script: SET changes what can be set.</source>
        <translation>%1 除脚本外没有其他选项：可设置的内容请用 SET 更改。</translation>
    </message>
    <message>
        <source>Use from the next run on</source>
        <translation>从下次运行起使用</translation>
    </message>
    <message>
        <source>%1 is read only: no job is started there.</source>
        <translation>%1 为只读：不能在其上启动作业。</translation>
    </message>
    <message>
        <source>%1 takes no jobs: choose another connection.</source>
        <translation>%1 不接受作业：请选择其他连接。</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>启动位置</translation>
    </message>
    <message>
        <source>Savepoint</source>
        <translation>Savepoint</translation>
    </message>
    <message>
        <source>A savepoint&apos;s path or id; empty: start afresh.</source>
        <translation>Savepoint 的路径或 ID；留空则从头开始。</translation>
    </message>
    <message>
        <source>Submit %1</source>
        <translation>提交 %1</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Reading what there is to choose</source>
        <translation>正在读取可选项</translation>
    </message>
</context>
<context>
    <name>millrace::SubtaskModel</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Busy %</source>
        <translation>繁忙 %</translation>
    </message>
    <message>
        <source>Waits %</source>
        <translation>反压 %</translation>
    </message>
    <message>
        <source>In</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation>输入字节</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>水位线</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
</context>
<context>
    <name>millrace::TemplateController</name>
    <message>
        <source>None of the connections offers a template</source>
        <translation>没有连接提供模板</translation>
    </message>
</context>
<context>
    <name>millrace::TestPanel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Test result</source>
        <translation>测试结果</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Copies the calls as shell commands; secrets stand in them as names of variables.</source>
        <translation>将调用复制为 shell 命令；其中的密钥以变量名代替。</translation>
    </message>
    <message>
        <source>Not tested yet. A test shows what answers, how fast, and what will work.</source>
        <translation>尚未测试。测试会显示哪些服务有应答、速度如何，以及哪些功能可用。</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 ms</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message numerus="yes">
        <source>Show the %n calls</source>
        <translation>
            <numerusform>查看 %n 次调用</numerusform>
        </translation>
    </message>
    <message>
        <source>What this connection can do</source>
        <translation>此连接支持的功能</translation>
    </message>
</context>
<context>
    <name>millrace::TimelineTab</name>
    <message>
        <source>The server tells nothing of the states that this job went through.</source>
        <translation>服务器不提供此作业经历的状态。</translation>
    </message>
    <message>
        <source>States of the job</source>
        <translation>作业的状态</translation>
    </message>
</context>
<context>
    <name>millrace::VertexModel</name>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Vertex</source>
        <translation>顶点</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>并行度</translation>
    </message>
    <message>
        <source>Busy %</source>
        <translation>繁忙 %</translation>
    </message>
    <message>
        <source>Waits %</source>
        <translation>反压 %</translation>
    </message>
    <message>
        <source>In /s</source>
        <translation>输入/秒</translation>
    </message>
    <message>
        <source>Out /s</source>
        <translation>输出/秒</translation>
    </message>
    <message>
        <source>In</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation>输入字节</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>输出字节</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>水位线</translation>
    </message>
    <message>
        <source>Skew</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>What the most loaded subtask received over the mean; 1 is even.</source>
        <translation>负载最高的子任务接收量与平均值之比；1 表示均衡。</translation>
    </message>
</context>
<context>
    <name>millrace::VertexPanel</name>
    <message>
        <source>%1/s</source>
        <extracomment>a rate, such as &quot;17.4 k/s&quot;</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>繁忙</translation>
    </message>
    <message>
        <source>Backpressured</source>
        <translation>反压</translation>
    </message>
    <message>
        <source>In · out</source>
        <translation>输入 · 输出</translation>
    </message>
    <message>
        <source>Bytes in · out</source>
        <translation>字节输入 · 输出</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>水位线</translation>
    </message>
    <message>
        <source>Skew</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Flame graph</source>
        <translation>火焰图</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Subtasks</source>
        <translation>子任务</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚未获知。</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>延迟 %1</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>subtask %1</source>
        <translation>子任务 %1</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>繁忙</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>反压</translation>
    </message>
    <message numerus="yes">
        <source>%n subtasks</source>
        <translation>
            <numerusform>%n 个子任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of them at 99 % or more</source>
        <translation>其中 %1 个达到 99% 或以上</translation>
    </message>
</context>
<context>
    <name>millrace::WorkspaceJournal</name>
    <message>
        <source>The folder %1 cannot be written: check its permissions and the free space.</source>
        <translation>无法写入文件夹 %1：请检查其权限和可用空间。</translation>
    </message>
</context>
</TS>
