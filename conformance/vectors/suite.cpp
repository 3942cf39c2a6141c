// Tapes named and put into files.
#include "conformance/vectors/suite.hpp"

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
    tape t = std::move(stage_.made());
    t.id = id_of(name);
    for (unsigned n = 2; !ids_.insert(t.id).second; ++n) t.id = id_of(name) + "-" + std::to_string(n);
    t.schema = schema_;
    t.run = &run_;
    if (const auto print = run_.plan().at(t.connections.front().version).fingerprint; print != 0) t.fingerprint = print;
    for (const std::string& item : items) t.covers.push_back({item, {}});
    for (bad& b : t.bads) b.tape = t.id;
    tape_file& to = files_[file + ".tape"];
    to.path = file + ".tape";
    t.bads.clear();
    to.tapes.push_back(std::move(t));
}

bad& suite::add_bad(change what, unsigned step) {
    tape& t = stage_.made();
    bad b;
    b.step = step == 0 ? static_cast<unsigned>(t.steps.size()) : step;
    b.what = std::move(what);
    t.bads.push_back(std::move(b));
    return t.bads.back();
}

std::vector<tape_file> suite::take() {
    std::vector<tape_file> all;
    for (auto& [name, file] : files_) all.push_back(std::move(file));
    return all;
}

std::vector<tape_file> make_vectors(const interpreter::program& run, const std::string& schema) {
    suite made(run, schema);
    made.add_places();
    made.add_roots();
    made.add_talk();
    return made.take();
}

}  // namespace tic::conformance
