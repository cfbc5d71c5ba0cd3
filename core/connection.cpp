// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection.h"

#include <algorithm>
#include <utility>

namespace millrace {

Connection::Connection(ConnectionProfile profile, QObject* parent) : QObject(parent), m_profile(std::move(profile)) { }

void BackendRegistry::add(std::unique_ptr<Backend> backend)
{
    m_backends.push_back(std::move(backend));
}

const Backend* BackendRegistry::find(QStringView id) const
{
    const auto it = std::ranges::find_if(m_backends, [id](const auto& backend) { return backend->id() == id; });
    return it == m_backends.end() ? nullptr : it->get();
}

std::vector<const Backend*> BackendRegistry::all() const
{
    std::vector<const Backend*> backends;
    for (const auto& backend : m_backends) {
        backends.push_back(backend.get());
    }
    return backends;
}

} // namespace millrace
