// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/keywords.h"

#include "sql/wordtables.h"

#include <algorithm>

namespace millrace::sql {

namespace {

static_assert(std::is_sorted(std::begin(tables::reserved), std::end(tables::reserved)));
static_assert(std::is_sorted(std::begin(tables::keywords), std::end(tables::keywords)));
static_assert(std::is_sorted(std::begin(tables::types), std::end(tables::types)));
static_assert(std::is_sorted(std::begin(tables::functions), std::end(tables::functions)));

constexpr std::size_t longest = 48;

/// The word in capitals, without allocating; empty when it cannot be in a table.
class Capitals {
public:
    template <typename View> explicit Capitals(View word)
    {
        const auto size = static_cast<std::size_t>(word.size());
        if (size > longest) {
            return;
        }
        for (std::size_t i = 0; i < size; ++i) {
            const auto unit = static_cast<char16_t>(word.data()[i]);
            if (unit >= 0x80) {
                return;
            }
            m_text[i] = static_cast<char>(unit >= u'a' && unit <= u'z' ? unit - 0x20 : unit);
        }
        m_size = size;
    }

    [[nodiscard]] bool isIn(std::span<const std::string_view> table) const
    {
        return m_size > 0 && std::binary_search(table.begin(), table.end(), std::string_view(m_text, m_size));
    }

private:
    char m_text[longest];
    std::size_t m_size = 0;
};

WordClass classify(const Capitals& word)
{
    if (word.isIn(tables::types)) {
        return WordClass::Type;
    }
    if (word.isIn(tables::keywords)) {
        return WordClass::Keyword;
    }
    return word.isIn(tables::functions) ? WordClass::Function : WordClass::Identifier;
}

} // namespace

WordClass classifyWord(QStringView word)
{
    return classify(Capitals(std::u16string_view(word.utf16(), static_cast<std::size_t>(word.size()))));
}

WordClass classifyWord(std::string_view word)
{
    return classify(Capitals(word));
}

bool isReservedWord(QStringView word)
{
    return Capitals(std::u16string_view(word.utf16(), static_cast<std::size_t>(word.size()))).isIn(tables::reserved);
}

std::span<const std::string_view> reservedWords()
{
    return tables::reserved;
}

std::span<const std::string_view> keywords()
{
    return tables::keywords;
}

std::span<const std::string_view> typeNames()
{
    return tables::types;
}

std::span<const std::string_view> functionNames()
{
    return tables::functions;
}

} // namespace millrace::sql
