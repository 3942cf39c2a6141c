// Tapes named and put into files.
#include "conformance/vectors/suite.hpp"

#include "conformance/derive/derive.hpp"
#include "conformance/tape/parse.hpp"
#include "conformance/vectors/vectors.hpp"

namespace tic::conformance {

std::string id_of(const std::string& item) {
    std::string id;
    for (const char c : item) {
        if (c == '[')
            id += "-each";
        else if (c == '@')
            id += "-v";
        else if (c == ':')
            id += '.';
        else if (c == '+')
            id += "plus-";
        else if (c != ']')
            id += c;
    }
    return id;
}

void suite::keep(const std::string& file, const std::string& name, const std::vector<std::string>& items) {
    tape t = std::move(stage_.current());
    t.id = id_of(name);
    for (unsigned n = 2; !ids_.insert(t.id).second; ++n) t.id = id_of(name) + "-" + std::to_string(n);
    t.schema = schema_;
    t.run = &run_;
    if (const auto print = run_.plan().at(t.connections.front().version).fingerprint; print != 0) t.fingerprint = print;
    for (const std::string& item : items) t.covers.push_back({item, {}});
    for (bad& b : t.bads) {
        b.tape = t.id;
        // A decoder and an encoder may be asked for the same change; the encoder's line has a name of its own.
        b.id = b.expects_error ? t.id + "#" + std::to_string(b.step) + "/" + b.id
                               : default_id(run_, b, step_of(t, b).version);
        b.is_named = b.expects_error;
    }
    tape_file& to = files_[file + ".tape"];
    to.path = file + ".tape";
    to.tapes.push_back(std::move(t));
}

bool suite::add_bad(change what, const std::string& error) {
    tape& t = stage_.current();
    bad b;
    b.step = static_cast<unsigned>(t.steps.size());
    b.expects_error = !error.empty();
    b.id = id_of(error);
    const step good = t.steps.empty() ? step_of(t, b) : t.steps.back();
    if (b.expects_error) {
        if (derive_error(run_, stage_.before(), good, what).index() != 0) return false;
    } else {
        auto made = derive(run_, what.is == change_kind::then ? stage_.live() : stage_.before(), good, what);
        auto* broken = std::get_if<derived>(&made);
        if (broken == nullptr) return false;
        b.bytes = std::move(broken->bytes);
        b.refused = std::move(broken->refused);
        b.tells_where = true;
    }
    b.what = std::move(what);
    t.bads.push_back(std::move(b));
    return true;
}

std::vector<tape_file> suite::take() {
    std::vector<tape_file> all;
    for (auto& [name, file] : files_) all.push_back(std::move(file));
    return all;
}

std::vector<tape_file> make_vectors(const interpreter::program& run, const std::string& schema) {
    suite made(run, schema);
    made.add_paths();
    made.add_roots();
    made.add_talk();
    made.add_streams();
    return made.take();
}

}  // namespace tic::conformance
