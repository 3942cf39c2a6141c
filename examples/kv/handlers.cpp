// One function a request.
#include "handlers.hpp"

#include <string>

namespace {

void tell_watchers(const watch_list& watches, std::string_view key) {
    for (const auto& who : watches.watching(key)) {
        who.post([name = std::string(key)](tic::net::peer<session>& client) { client.send(kv::Changed{.key = name}); });
    }
}

}  // namespace

void handlers::on(const kv::Get& request, reply<kv::Value, kv::Missing> answer) {
    const auto found = all_.values.get(request.key);
    if (found)
        answer(kv::Value{.data = {found->data(), found->size()}});
    else
        answer(kv::Missing{});
}

void handlers::on(const kv::Put& request, reply<kv::Done, kv::Full> answer) {
    if (!all_.values.put(request.key, {request.data.data(), request.data.size()})) return answer(kv::Full{});
    answer(kv::Done{});
    tell_watchers(all_.watches, request.key);
}

void handlers::on(const kv::Remove& request, reply<kv::Done, kv::Missing> answer) {
    if (!all_.values.remove(request.key)) return answer(kv::Missing{});
    answer(kv::Done{});
    tell_watchers(all_.watches, request.key);
}

void handlers::on(const kv::Watch& request, reply<kv::Done> answer) {
    all_.watches.add(&client_, request.prefix, client_.remote());
    answer(kv::Done{});
}

void handlers::on_close(const tic::net::close_cause&) { all_.watches.drop(&client_); }
