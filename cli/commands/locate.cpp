#include <iostream>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"

namespace dateline::cli {

namespace {

class LocateCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    stories_.declare(table, "Stories (text, HTML, JSON Lines), folders of them, - for standard input");
    table.flag("--stream", stream_, "Standard input is JSON Lines of any length: answer story by story, in bounded memory");
  }

  ExitCode run(Session& session) override {
    pipeline::Data data;
    data.use_store(stories_.gazetteer);
    const auto options = stories_.to_extract_options();
    return stream_ ? run_stream(session, data, options) : run_files(session, data, options);
  }

 private:
  static gazetteer::LocateOptions with_pins(const pipeline::ExtractOptions& options) {
    auto locate = options.locate;
    for (const auto& pin : options.pins) locate.pins[pin.surface] = pin.place;
    return locate;
  }

  ExitCode run_files(Session& session, pipeline::Data& data, const pipeline::ExtractOptions& options) const {
    const auto articles = article::read_articles(stories_.inputs, options.read, session.progress());
    std::vector<std::string> lines(articles.size());
    for_each_index(articles.size(), options.threads, [&](std::size_t i) {
      lines[i] = pipeline::locate_to_json(data, articles[i], with_pins(options));
    });
    for (std::size_t i = 0; i < articles.size(); ++i) {
      session.report(articles[i].diagnostics);
      session.out() << lines[i] << '\n';
    }
    session.finish_output();
    return ExitCode::Ok;
  }

  /// Batches keep all processors busy and the order as it came; memory is one batch.
  ExitCode run_stream(Session& session, pipeline::Data& data, const pipeline::ExtractOptions& options) const {
    if (stories_.inputs != std::vector<std::string>{"-"}) throw UsageError("--stream reads standard input only", "use - as the input");
    constexpr std::size_t kBatch = 256;
    std::vector<article::Article> batch;
    const auto flush = [&] {
      std::vector<std::string> lines(batch.size());
      for_each_index(batch.size(), options.threads, [&](std::size_t i) {
        lines[i] = pipeline::locate_to_json(data, batch[i], with_pins(options));
      });
      for (const auto& line : lines) session.out() << line << '\n';
      session.finish_output();
      batch.clear();
    };
    article::stream_json_lines(
        std::cin, "-", options.read,
        [&](article::Article&& article) {
          batch.push_back(std::move(article));
          if (batch.size() == kBatch) flush();
        },
        [&](const Diagnostic& diagnostic) { session.report(diagnostic); });
    flush();
    return ExitCode::Ok;
  }

  StoryOptions stories_;
  bool stream_ = false;
};

}  // namespace

std::unique_ptr<Command> make_locate_command() { return std::make_unique<LocateCommand>(); }

}  // namespace dateline::cli
