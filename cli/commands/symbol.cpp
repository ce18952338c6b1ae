#include <ostream>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/story_options.hpp"
#include "pipeline/symbols.hpp"

namespace dateline::cli {

namespace {

class SymbolCommand final : public Command {
 public:
  void declare(OptionTable& table) override {
    table.list("CODES", "CODES", codes_, "Symbol codes of 20 or 30 digits; several make a sheet");
    output_.declare(table, "Picture to write (.svg, .png or .pdf); without it the codes are told in words");
    table.flag("--list", list_, "List the symbols that can be drawn");
    table.flag("--sheet", sheet_, "Draw all of them, and every frame, echelon, status and role");
    table.number("--side", "N", options_.side, 8, 1000, "Side of the symbol's octagon in CSS pixels");
    table.number("--canvas", "N", options_.canvas, 0, 4000, "Square page with the octagon in its middle; 0: as large as the symbol");
    table.number("--scale", "N", options_.scale, 0.25, 8, "PNG only: device pixels for each CSS pixel");
  }

  ExitCode run(Session& session) override {
    if (list_) {
      session.out() << pipeline::list_symbols();
      session.finish_output();
      return ExitCode::Ok;
    }
    if (sheet_) {
      if (output_.path.empty()) throw UsageError("--sheet needs a file to draw into", "add -o sheet.svg");
      codes_ = pipeline::sheet_symbols();
    }
    if (codes_.empty()) throw UsageError("no symbol code is given", "`dateline symbol --list` shows codes to begin with");
    if (output_.path.empty()) {
      session.out() << pipeline::describe_symbols(codes_);
      session.finish_output();
      return ExitCode::Ok;
    }
    check_writable(output_.path, output_.mode());
    write_file_atomically(output_.path, pipeline::draw_symbols(codes_, pipeline::picture_format(output_.path), options_), output_.mode());
    session.say("wrote " + output_.path);
    return ExitCode::Ok;
  }

 private:
  std::vector<std::string> codes_;
  OutputOptions output_;
  bool list_ = false;
  bool sheet_ = false;
  pipeline::SymbolOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_symbol_command() { return std::make_unique<SymbolCommand>(); }

}  // namespace dateline::cli
