// Faults on purpose: a generated header may hold, beside each right way of coding a place, wrong ways that a switch
// turns on by number. A suite of tests is judged by how many it notices.
#pragma once

#include "codegen/cpp/model.hpp"
#include "codegen/cpp/parts.hpp"
#include "runtime/layout/alignment.hpp"
#include "runtime/layout/usage.hpp"

#include <map>
#include <string>
#include <vector>

namespace tic::cpp {

/// Who goes wrong. Where both do alike they understand each other, and only bytes known beforehand betray them. What
/// goes wrong with a session's states does so at one end, whatever its role.
enum class aim : std::uint8_t { decoder, encoder, both, end };

/// One numbered fault.
struct fault {
    std::string topic;  ///< its class: `number`, `hint`, `table`, …
    std::string kind;   ///< `width+1`
    std::string path;   ///< `Deliver.seq`, `ContactSync.phones[]`, a cell, a side
    std::vector<unsigned> versions;
    aim who = aim::both;
};

/// One wrong way of coding a place. Texts that equal the right ones are not wrong.
struct wrong_way {
    std::string topic, kind;
    texts code;
};

/// The numbers of one wrong way; 0: it does not go wrong there.
struct numbers {
    unsigned decoder = 0, encoder = 0, both = 0;
};

class fault_book {
public:
    [[nodiscard]] const std::vector<fault>& all() const { return all_; }

    /// Numbers what goes wrong in the places given; `decodes` and `encodes` tell who can.
    numbers add(const std::string& topic, const std::string& kind, const std::string& path,
                const std::vector<unsigned>& versions, bool decodes, bool encodes);
    /// Both at once, as memory goes wrong.
    unsigned add_both(const std::string& topic, const std::string& kind, const std::string& path);
    unsigned add_end(const std::string& topic, const std::string& kind, const std::string& path);

    /// The wrong ways that differ from the right code behind switches; `otherwise` is right, and may hold faults
    /// further in.
    [[nodiscard]] texts with_ways(const texts& right, const texts& otherwise, const std::vector<wrong_way>& ways,
                                  const std::string& path, const std::vector<unsigned>& versions);

    /// Printed once for each node and version: versions share nodes whose types differ.
    std::map<std::pair<const node*, unsigned>, texts> printed;
    /// Where in a byte nodes can begin.
    begin_table begins;
    usage used;
    /// Numbers of what is printed in several places, by what it is.
    std::map<std::string, numbers> known;

private:
    std::vector<fault> all_;
};

/// `switch` on the active fault: each case has its numbers and its code, the default is what is right.
struct switch_case {
    std::vector<unsigned> numbers;
    std::string code;
};
[[nodiscard]] std::string print_switch(const std::vector<switch_case>& cases, const std::string& right);
/// Whether a case has numbers at all.
[[nodiscard]] std::vector<unsigned> numbers_of(const numbers& n, bool decoding);

/// Where a node stands, as told to people.
[[nodiscard]] std::string path_of(const model& m, const node& n, unsigned lists);
/// The versions in which a type is alike.
[[nodiscard]] std::vector<unsigned> versions_of(const model& m, index type, unsigned version);
[[nodiscard]] index owner_of(const model& m, index member);

/// A node's right code with switches for its faults.
[[nodiscard]] texts print_with_faults(const model& m, const node& n, const spot& s);

/// A node, the spot where it is printed without faults, and its right code there.
struct place {
    const model& m;
    const node& n;
    spot s;
    texts right;
};
// ways_….cpp: the wrong ways of one family
void add_number_ways(const place& at, std::vector<wrong_way>& to);
void add_hint_ways(const place& at, std::vector<wrong_way>& to);
void add_table_ways(const place& at, std::vector<wrong_way>& to);
void add_string_ways(const place& at, std::vector<wrong_way>& to);
void add_list_ways(const place& at, std::vector<wrong_way>& to);
void add_type_ways(const place& at, std::vector<wrong_way>& to);
void add_refusal_ways(const place& at, std::vector<wrong_way>& to);

/// The prefix codes of a table in wrong orders, each by name.
struct other_codes {
    std::string name;
    std::vector<prefix_code> codes;  ///< in declared order
};
[[nodiscard]] std::vector<other_codes> wrong_codes(const model& m, const prefix_table& table);
/// The same code with those tables, which are printed beside the right one as `NAME_swapped_out`.
[[nodiscard]] std::vector<wrong_way> code_ways(const model& m, const prefix_table& table, const std::string& name,
                                               const texts& right);

/// A struct's fields swapped and left out.
struct ordered_field {
    std::string path;
    bool is_coded = true;  ///< costs bits
    texts right, printed;  ///< without and with its own faults
};
[[nodiscard]] std::vector<texts> with_other_orders(const model& m, const std::vector<ordered_field>& fields,
                                                   const std::vector<unsigned>& versions);

// mutants.cpp: packets as a whole, and memory that does not begin as it should
/// `17 hint delta+1 Deliver.seq 1,2 decoder`, one a line.
[[nodiscard]] std::string print_list(const fault_book& book, std::string_view schema_file);
/// What a codec's struct holds beside its functions so that its packets can go wrong; empty without faults.
[[nodiscard]] std::string packet_faults_of_side(const model& m, side who);
[[nodiscard]] std::string packet_faults_of_type(const model& m, index type);
/// A memory's constructor, which may begin with what an old connection left; empty without faults.
[[nodiscard]] std::string kept_memory(const model& m, const std::string& name, const std::string& path,
                                      const std::vector<unsigned>& versions);
/// The number of a slot that does not begin as it should.
[[nodiscard]] unsigned wrong_start(const model& m, index slot);
/// The faults of the states as a table beside them; empty without faults.
[[nodiscard]] std::string print_state_faults(const model& m);
/// A side's tag in the versions of one group, by the codes' names.
[[nodiscard]] numbers wrong_tags(const model& m, side who, const std::string& group, const std::string& codes,
                                 const std::vector<unsigned>& versions);

/// A changed copy of the node, printed as if it were right.
[[nodiscard]] wrong_way changed(const place& at, std::string topic, std::string kind, const node& n);
/// The right code while a primitive of runtime/tic/faulty.hpp is bent; only where `needs` stands in it.
[[nodiscard]] wrong_way bent(const place& at, std::string topic, const std::string& bend, std::string_view writes,
                             std::string_view reads);
/// Every `from` replaced.
[[nodiscard]] std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace tic::cpp
