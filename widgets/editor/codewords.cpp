// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/codewords.h"

#include <array>

namespace millrace {

namespace {

using Word = std::string_view;

constexpr auto s_python =
    std::to_array<Word>({"False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class",
        "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in",
        "is", "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"});

constexpr auto s_pythonFunctions = std::to_array<Word>(
    {"abs", "all", "any", "bool", "bytes", "callable", "chr", "dict", "dir", "enumerate", "filter", "float", "format",
        "getattr", "hasattr", "hash", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "list", "map",
        "max", "min", "next", "object", "open", "ord", "pow", "print", "range", "repr", "reversed", "round", "set",
        "setattr", "slice", "sorted", "str", "sum", "super", "tuple", "type", "vars", "zip"});

constexpr auto s_scala = std::to_array<Word>({"abstract", "case", "catch", "class", "def", "do", "else", "enum",
    "export", "extends", "false", "final", "finally", "for", "given", "if", "implicit", "import", "lazy", "match",
    "new", "null", "object", "override", "package", "private", "protected", "return", "sealed", "super", "then", "this",
    "throw", "trait", "true", "try", "type", "using", "val", "var", "while", "with", "yield"});

constexpr auto s_shell = std::to_array<Word>({"case", "do", "done", "elif", "else", "esac", "fi", "for", "function",
    "if", "in", "select", "then", "until", "while"});

constexpr auto s_shellFunctions =
    std::to_array<Word>({"alias", "break", "cd", "command", "continue", "declare", "echo", "eval", "exec", "exit",
        "export", "getopts", "hash", "local", "mapfile", "printf", "pwd", "read", "readonly", "return", "set", "shift",
        "shopt", "source", "test", "times", "trap", "type", "typeset", "ulimit", "umask", "unset", "wait"});

constexpr auto s_json = std::to_array<Word>({"false", "null", "true"});
constexpr auto s_hocon = std::to_array<Word>({"false", "include", "no", "null", "off", "on", "true", "yes"});

constexpr auto s_spark = std::to_array<Word>({"ANTI", "ARCHIVE", "BUCKETS", "CACHE", "CLUSTER", "CLUSTERED", "CODEGEN",
    "COST", "DBPROPERTIES", "DELIMITED", "DFS", "DIRECTORIES", "DIRECTORY", "DISTRIBUTE", "ESCAPED", "EXCHANGE",
    "FIELDS", "FILEFORMAT", "INPATH", "INPUTFORMAT", "ITEMS", "JAR", "JARS", "KEYS", "LATERAL", "LINES", "LIST",
    "LOCATION", "MSCK", "OPTIMIZE", "OUTPUTFORMAT", "OVERWRITE", "PIVOT", "QUALIFY", "RECORDREADER", "RECORDWRITER",
    "REFRESH", "REPAIR", "SEMI", "SERDE", "SERDEPROPERTIES", "SKEWED", "SORT", "SORTED", "STORED", "STRATIFY",
    "TBLPROPERTIES", "TERMINATED", "TRANSFORM", "UNARCHIVE", "UNCACHE", "UNPIVOT", "VACUUM", "VIEWS", "ZORDER"});

constexpr auto s_hive = std::to_array<Word>({"ANTI", "ARCHIVE", "AUTHORIZATION", "BUCKETS", "CLUSTER", "CLUSTERED",
    "COLLECTION", "COMPACT", "COMPACTIONS", "CONCATENATE", "DBPROPERTIES", "DEFERRED", "DELIMITED", "DIRECTORIES",
    "DIRECTORY", "DISTRIBUTE", "ESCAPED", "EXCHANGE", "FIELDS", "FILEFORMAT", "INPATH", "INPUTDRIVER", "INPUTFORMAT",
    "ITEMS", "JAR", "KEYS", "LATERAL", "LINES", "LOCATION", "LOCKS", "MACRO", "MSCK", "NOSCAN", "NO_DROP", "OFFLINE",
    "OUTPUTDRIVER", "OUTPUTFORMAT", "OVERWRITE", "PROTECTION", "READONLY", "REBUILD", "RECORDREADER", "RECORDWRITER",
    "RELOAD", "REPAIR", "REWRITE", "SEMI", "SERDE", "SERDEPROPERTIES", "SKEWED", "SORT", "SORTED", "STORED",
    "TBLPROPERTIES", "TERMINATED", "TOUCH", "TRANSACTIONS", "TRANSFORM", "UNARCHIVE", "VECTORIZATION"});

} // namespace

std::span<const std::string_view> codeKeywords(ScriptLanguage language)
{
    switch (language) {
    case ScriptLanguage::Python:
        return s_python;
    case ScriptLanguage::Scala:
        return s_scala;
    case ScriptLanguage::Shell:
        return s_shell;
    case ScriptLanguage::Json:
        return s_json;
    case ScriptLanguage::Hocon:
        return s_hocon;
    case ScriptLanguage::SparkSql:
        return s_spark;
    case ScriptLanguage::HiveSql:
        return s_hive;
    case ScriptLanguage::FlinkSql:
        break;
    }
    return {};
}

std::span<const std::string_view> codeFunctions(ScriptLanguage language)
{
    switch (language) {
    case ScriptLanguage::Python:
        return s_pythonFunctions;
    case ScriptLanguage::Shell:
        return s_shellFunctions;
    default:
        return {};
    }
}

} // namespace millrace
