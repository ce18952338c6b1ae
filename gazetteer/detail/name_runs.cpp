#include "gazetteer/detail/name_runs.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <memory>
#include <queue>

#include "base/error.hpp"
#include "gazetteer/detail/name_coding.hpp"
#include "gazetteer/detail/store_format.hpp"

namespace dateline::gazetteer::detail {

namespace {

/// Memory of one run, names and index together some 150 MB; 25 million names make about ten runs.
constexpr std::size_t run_bytes = std::size_t{96} << 20U;
constexpr std::size_t run_entries = std::size_t{1} << 22U;

std::uint64_t head_of(std::string_view name) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 8; ++i) head = head << 8U | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0U);
  return head;
}

Candidate candidate_at(const char* bytes) {
  Candidate out;
  std::memcpy(&out, bytes, sizeof out);
  return out;
}

/// One run while it is read again.
class RunReader {
 public:
  explicit RunReader(const std::filesystem::path& file) : buffer_(std::size_t{1} << 18U) {
    in_.rdbuf()->pubsetbuf(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    in_.open(file, std::ios::binary);
  }
  bool next() {
    const int length = in_.get();
    if (length == std::char_traits<char>::eof()) return false;
    name_.resize(static_cast<std::size_t>(length));
    in_.read(name_.data(), length);
    in_.read(reinterpret_cast<char*>(&candidate_), sizeof candidate_);
    if (!in_) throw OutputError("a temporary file of the build was cut while it was read", "build again; let nothing else clean the folder of the output");
    return true;
  }
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] const Candidate& candidate() const noexcept { return candidate_; }

 private:
  std::vector<char> buffer_;
  std::ifstream in_;
  std::string name_;
  Candidate candidate_;
};

}  // namespace

NameRuns::NameRuns(std::filesystem::path stem) : stem_(std::move(stem)) {}

NameRuns::~NameRuns() {
  std::error_code ignored;
  for (const auto& run : runs_) std::filesystem::remove(run, ignored);
}

void NameRuns::add(std::string_view folded, const Candidate& candidate) {
  if (bytes_.size() + folded.size() + sizeof candidate > run_bytes || entries_.size() == run_entries) write_run();
  entries_.push_back({head_of(folded), static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint8_t>(folded.size())});
  bytes_ += folded;
  bytes_.append(reinterpret_cast<const char*>(&candidate), sizeof candidate);
  ++rows_;
}

void NameRuns::write_run() {
  if (entries_.empty()) return;
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
    if (a.head != b.head) return a.head < b.head;
    const std::string_view name_a(bytes_.data() + a.offset, a.length);
    const std::string_view name_b(bytes_.data() + b.offset, b.length);
    if (const int order = name_a.compare(name_b)) return order < 0;
    return compare_entries(candidate_at(name_a.data() + a.length), candidate_at(name_b.data() + b.length)) < 0;
  });
  const auto file = stem_.string() + ".names" + std::to_string(runs_.size());
  runs_.emplace_back(file);
  std::ofstream out(file, std::ios::binary);
  for (const auto& entry : entries_) {
    out.put(static_cast<char>(entry.length));
    out.write(bytes_.data() + entry.offset, static_cast<std::streamsize>(entry.length + sizeof(Candidate)));
  }
  out.close();
  if (!out) {
    OutputError error("cannot be written: the disk is full or the folder may not be written to", "free some space or choose another folder with -o");
    error.set_file(file);
    throw error;
  }
  entries_.clear();
  bytes_.clear();
}

void NameRuns::for_each_sorted(const std::function<void(std::string_view, const Candidate&)>& visit) {
  write_run();
  bytes_ = {};
  entries_ = {};
  std::vector<std::unique_ptr<RunReader>> readers;
  const auto after = [&](std::size_t a, std::size_t b) {
    if (const int order = readers[a]->name().compare(readers[b]->name())) return order > 0;
    const int order = compare_entries(readers[a]->candidate(), readers[b]->candidate());
    return order != 0 ? order > 0 : a > b;
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(after)> queue(after);
  for (const auto& run : runs_) {
    readers.push_back(std::make_unique<RunReader>(run));
    if (readers.back()->next()) queue.push(readers.size() - 1);
  }
  while (!queue.empty()) {
    const auto first = queue.top();
    queue.pop();
    visit(readers[first]->name(), readers[first]->candidate());
    if (readers[first]->next()) queue.push(first);
  }
}

}  // namespace dateline::gazetteer::detail
