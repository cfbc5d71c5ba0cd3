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
  millrace rebalances FILE…        finds the rebalances of Kafka consumer groups in broker logs
  millrace connections …           lists, adds, tests and removes saved connections

Options:
  --start-local-flink  starts the local Flink with the window
  -h, --help           prints this help; “millrace run --help” and the like say more
  -v, --version        prints the version

Secrets come from the keychain or from MILLRACE_SECRET_&lt;CONNECTION&gt;, never from an argument.
Exit status: 0 done, 1 the SQL failed, 2 wrong usage, 3 no connection, 4 timed out, 130 cancelled.
</source>
        <translation>Millrace，FlinkSQL 工作台。

用法：
  millrace [FILE.sql …]            打开窗口
  millrace run (-f FILE | -e SQL)  在 Flink SQL Gateway 上运行 SQL
  millrace split FILE              打印脚本中的语句
  millrace rebalances FILE…        查找 Broker 日志中 Kafka 消费者组的再均衡
  millrace connections …           列出、添加、测试和删除已保存的连接

选项：
  --start-local-flink  打开窗口的同时启动本地 Flink
  -h, --help           打印本帮助；“millrace run --help”等给出更多说明
  -v, --version        打印版本

密钥来自密钥环或 MILLRACE_SECRET_&lt;CONNECTION&gt;，绝不来自参数。
退出状态：0 完成，1 SQL 失败，2 用法错误，3 无法连接，4 超时，130 已取消。
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
        <source>A saved connection; “millrace connections list” names them.</source>
        <translation>已保存的连接；用“millrace connections list”查看。</translation>
    </message>
    <message>
        <source>A Flink SQL Gateway, instead of a saved connection.</source>
        <translation>Flink SQL Gateway 的地址，用来代替已保存的连接。</translation>
    </message>
    <message>
        <source>Give a saved connection or an address, not both.</source>
        <translation>请指定已保存的连接或地址，二者只能选一。</translation>
    </message>
    <message>
        <source>No connection is saved: give --gateway URL.</source>
        <translation>没有已保存的连接：请指定 --gateway URL。</translation>
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
        <translation>Basic</translation>
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
        <translation>留空：使用本机信任的 CA。指定文件后以该文件为准。</translation>
    </message>
    <message>
        <source>Check host name</source>
        <translation>校验主机名</translation>
    </message>
    <message>
        <source>Compare the certificate with the address</source>
        <translation>核对证书与地址是否一致</translation>
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
        <translation>建立连接</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
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
    <name>FlinkResultPage</name>
    <message>
        <source>The gateway sent a result page that cannot be read. Check that the address is a Flink SQL Gateway and that nothing between cuts its answers.</source>
        <translation>SQL Gateway 返回的结果页无法读取。请确认地址是 Flink SQL Gateway，且中间没有设备截断应答。</translation>
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
    <name>LogClock</name>
    <message>
        <source>%1 is not a time zone: write UTC, local, an offset such as +08:00, or a name such as Asia/Shanghai.</source>
        <translation>%1 不是时区：请写 UTC、local、+08:00 这样的偏移量，或 Asia/Shanghai 这样的名称。</translation>
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
        <source>Runs SQL on a Flink SQL Gateway and prints the results.

tableau prints what Flink&apos;s own SQL client prints; failures go to stderr. csv, json and jsonl print the rows of
queries, SHOW and EXPLAIN and the ids of jobs; in streaming mode they begin with a column op (+I, -U, +U, -D).
Exit status: 0 done, 1 the SQL failed, 2 wrong usage, 3 no connection, 4 timed out, 130 cancelled.</source>
        <translation>在 Flink SQL Gateway 上运行 SQL 并打印结果。

tableau 的输出与 Flink 自带的 SQL 客户端相同，失败信息写到 stderr。csv、json 和 jsonl 输出
查询、SHOW 和 EXPLAIN 的行以及作业 ID；流模式下首列为 op（+I、-U、+U、-D）。
退出状态：0 完成，1 SQL 失败，2 用法错误，3 无法连接，4 超时，130 已取消。</translation>
    </message>
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
        <source>batch or streaming; the same as --set execution.runtime-mode=….</source>
        <translation>batch 或 streaming；等同于 --set execution.runtime-mode=…。</translation>
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
        <source>A setting of the session; may be given several times.</source>
        <translation>会话设置；可多次给出。</translation>
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
        <source>--set needs KEY=VALUE, not “%1”.</source>
        <translation>--set 需要 KEY=VALUE，不能是“%1”。</translation>
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
    <name>millrace::FieldEditor</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
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
    <name>millrace::GridModel</name>
    <message>
        <source>Received</source>
        <translation>接收时间</translation>
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
    <message>
        <source>its script said nothing.</source>
        <translation>脚本没有任何输出。</translation>
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
        <source>Progress of the local Flink</source>
        <translation>本地 Flink 的进度</translation>
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
    <name>millrace::PaletteController</name>
    <message>
        <source>Type what you want to do</source>
        <translation>输入要执行的操作</translation>
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
    <name>millrace::WorkspaceJournal</name>
    <message>
        <source>The folder %1 cannot be written: check its permissions and the free space.</source>
        <translation>无法写入文件夹 %1：请检查其权限和可用空间。</translation>
    </message>
</context>
</TS>
