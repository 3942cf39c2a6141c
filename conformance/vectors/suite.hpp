// Private to this folder: the files of a suite while they are filled.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "conformance/classes/classes.hpp"
#include "conformance/classes/goals.hpp"
#include "conformance/vectors/stage.hpp"

namespace tic::conformance {

class suite {
public:
    suite(const interpreter::program& run, std::string schema)
        : run_(run), schema_(std::move(schema)), paths_(run), goals_(run, paths_), stage_(run, paths_) {}

    void add_paths();    ///< suite_paths.cpp
    void add_roots();    ///< suite_roots.cpp
    void add_talk();     ///< suite_talk.cpp
    void add_streams();  ///< suite_talk.cpp

    /// The files in the order of their names.
    [[nodiscard]] std::vector<tape_file> take();

private:
    void add_goal(const field_path& of, const goal& g);
    [[nodiscard]] bool play(const goal& g, std::uint64_t salt);
    [[nodiscard]] bool add_break(const field_path& of, const break_plan& b);
    [[nodiscard]] std::string dead_value(const node& of, unsigned version, std::string_view name) const;
    void add_sent(const root& what);
    bool add_cuts(const root& what);
    void add_cuts_inside(const field_path& of, const route& by);
    void add_behind_nothing(const field_path& of, const goal& empty);
    void add_without_fill(const field_path& of, const goal& g);
    void add_cut_anywhere(const field_path& of, const std::vector<goal>& goals);
    bool add_final_fill();
    /// Sends or shows a root with ever other values until `is_good`. False if no try was good.
    bool send_until(const root& what, std::uint64_t first_salt, std::uint64_t most_tries,
                    const std::function<bool()>& is_good);
    void find_final_fill(const root& what);
    void add_from_paths(const root& what);
    bool add_cut_of_zeros(const root& what);
    void find_cut_of_zeros(const root& what);
    void add_second_connection(const root& what);
    void add_members(const root& what);
    void add_dead_members(const root& what);
    bool perform(const root& what, const order& wanted);
    void add_illegal(unsigned version, const situation& from, sent next, const std::vector<std::string>& labels);
    void add_refusals_behind(unsigned version);
    void add_proofs(unsigned version, const std::vector<sent>& talk, const std::string& name);
    void add_longer_proof(unsigned version, const std::vector<sent>& talk, const interpreter::session_states& now,
                          const interpreter::session_states& other, const std::string& name);
    bool add_refused(unsigned version, sent next);
    void add_crowd(unsigned version);
    bool turn_over(unsigned version, sent request);
    bool compose_small(unsigned version, sent what, interpreter::value& content);

    /// Takes the tape of the stage, names it and keeps it in a file.
    void keep(const std::string& file, const std::string& name, const std::vector<std::string>& items);
    /// A bad line on the last step, if exactly one rule is broken then. `error` names that of an encoder.
    bool add_bad(change what, const std::string& error = {});

    const interpreter::program& run_;
    std::string schema_;
    path_table paths_;
    goal_list goals_;
    stage stage_;
    std::map<std::string, tape_file> files_{};
    std::set<std::string> ids_{};
    std::set<std::string> filled_{};  ///< paths whose packets were tried with wrong final fill
    std::vector<situation> quiet_{};  ///< of the current version: all states, no request waiting
    std::map<std::string, std::set<std::uint64_t>> lacks_{};  ///< by path: numbers of bytes that cuts left out
};

/// A class's name as the id of a tape: `Sync.phones[]@2/zeros:3` is `Sync.phones-each-v2/zeros.3`.
[[nodiscard]] std::string id_of(const std::string& item);

}  // namespace tic::conformance
