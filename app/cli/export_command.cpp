// SPDX-License-Identifier: GPL-3.0-or-later
// export: a picture of a project as PNG, SVG or PDF.
#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/json_text.h"
#include "cli/pictures.h"
#include "cli/projects.h"
#include "picture/page.h"
#include "picture/slide_check.h"
#include "picture/svg_writer.h"
#include "store/atomic_replace.h"
#include "store/embedded.h"
#include "store/project_format.h"

#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <memory>

namespace sky::cli {
namespace {

struct Options {
    std::string input;
    std::string output;
    std::string theme = "light";
    double scale = 2;
    std::optional<int> fit;
    std::optional<int> dotsPerInch;
    bool transparent = false;
    double margin = 24;
    std::vector<std::string> select;
    bool title = false;
    bool legend = false;
    bool numbers = false;
    bool outline = false;
    bool noEmbed = false;
    std::string icons;
    std::string use;
    bool progress = false;
};

enum class Kind : std::uint8_t { Png, Svg, Pdf };

std::optional<Kind> kindOf(const std::string& path) {
    const std::size_t dot = path.rfind('.');
    std::string suffix = dot == std::string::npos ? std::string() : path.substr(dot + 1);
    for (char& c : suffix)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (suffix == "png") return Kind::Png;
    if (suffix == "svg") return Kind::Svg;
    if (suffix == "pdf") return Kind::Pdf;
    return std::nullopt;
}

Error usage(Text what, Text remedy = {}) {
    return {ErrorCode::BadUsage, {}, std::move(what), std::move(remedy)};
}

// What is wrong with the options themselves, before anything is read.
std::optional<Error> problemOf(const Options& options) {
    if (!kindOf(options.output))
        return Error{ErrorCode::BadUsage, options.output,
                     say("the name does not tell the kind of picture.", "이름으로 그림 형식을 알 수 없습니다."),
                     say("End it in .png, .svg or .pdf.", ".png, .svg, .pdf 중 하나로 끝내세요.")};
    if (!picture::themeName(options.theme))
        return usage(say("--theme is light, dark or print, not '{}'.", "--theme은 light, dark, print 중 하나여야 하는데 '{}'입니다.",
                         options.theme));
    if (!(options.scale >= 1 && options.scale <= 8))
        return usage(say("--scale is a number from 1 to 8.", "--scale은 1에서 8까지의 수여야 합니다."),
                     say("--fit PIXELS makes the picture smaller.", "더 작게 하려면 --fit 픽셀 수를 쓰세요."));
    if (options.fit && (*options.fit < 1 || *options.fit > 100'000))
        return usage(say("--fit is a number of pixels from 1 to 100000.", "--fit은 1에서 100000까지의 픽셀 수여야 합니다."));
    if (options.dotsPerInch && (*options.dotsPerInch < 1 || *options.dotsPerInch > 10'000))
        return usage(say("--dpi is a number from 1 to 10000.", "--dpi는 1에서 10000까지의 수여야 합니다."));
    if (!(options.margin >= 0 && options.margin <= 10'000))
        return usage(say("--margin is a number of pixels from 0 to 10000.", "--margin은 0에서 10000까지의 픽셀 수여야 합니다."));
    if (!options.use.empty() && !picture::useFrom(options.use))
        return usage(say("--for is slide, a4 or readme, not '{}'.", "--for는 slide, a4, readme 중 하나여야 하는데 '{}'입니다.", options.use));
    return std::nullopt;
}

void warn(const Context& context, const Text& text) {
    std::fprintf(stderr, "skywright-cli: %s\n", context.in(text).c_str());
}

// A bar on a terminal; and the place where Ctrl+C is noticed while the cores are painting.
Progress progressOf(bool drawn) {
    const CancelToken token = CancelToken::make();
    return Progress(token, [token, drawn](int permille) {
        if (interrupted()) token.cancel();
        if (!drawn) return;
        constexpr int kWidth = 40;
        std::string line(static_cast<std::size_t>(permille * kWidth / 1000), '#');
        line.resize(kWidth, '.');
        std::fprintf(stderr, "\r[%s] %3d %%%s", line.c_str(), permille / 10, permille >= 1000 ? "\r\033[K" : "");
    });
}

struct Made {
    std::string bytes;
    double width = 0; // of PNG in pixels, else of the page
    double height = 0;
};

Result<Made> make(Context& context, const Options& options, const diagram::Diagram& diagram) {
    picture::PageOptions pageOptions;
    pageOptions.options.theme = *picture::themeName(options.theme);
    pageOptions.options.language = context.language;
    pageOptions.options.titleBlock = options.title;
    pageOptions.options.legend = options.legend;
    pageOptions.options.linkNumbers = options.numbers;
    pageOptions.margin = options.margin;
    pageOptions.only = options.select;
    if (!options.icons.empty()) {
        Result<picture::IconPack> pack = picture::IconPack::open(options.icons);
        if (!pack) return std::move(pack).error();
        pageOptions.options.icons = std::make_shared<const picture::IconPack>(*std::move(pack));
    }
    Result<picture::Page> page = picture::pageOf(
        std::make_shared<const topology::Topology>(topology::Topology::of(diagram, context.catalog())), pageOptions);
    if (!page) {
        Error error = std::move(page).error();
        if (error.code == ErrorCode::NotFound) error.code = ErrorCode::BadUsage; // an id of --select
        error.place = options.input;
        return error;
    }
    if (!options.use.empty())
        for (const Text& text : picture::slideCheck(*page, *picture::useFrom(options.use))) warn(context, text);
    if (interrupted()) return cancelledError();

    std::string project;
    if (!options.noEmbed) {
        Result<std::string> saved = store::save(diagram);
        if (!saved) return std::move(saved).error();
        project = store::embed(*saved);
    }
    const Kind kind = *kindOf(options.output);
    if (kind != Kind::Svg || options.outline) {
        const Result<std::vector<Text>> warnings = fontWarnings(*page);
        if (!warnings) return warnings.error();
        for (const Text& text : *warnings) warn(context, text);
    }
    const bool dark = pageOptions.options.theme == picture::ThemeName::Dark;
    const picture::Color paper = options.transparent ? picture::kNoColor : picture::theme(pageOptions.options.theme).canvas;
    const std::string& name = diagram.project().name.in(context.language);

    Made made{{}, page->area.width, page->area.height};
    if (kind == Kind::Svg) {
        picture::SvgOptions svg;
        svg.area = page->area;
        svg.background = paper;
        svg.title = name;
        svg.language = context.language == Language::Korean ? "ko" : "en";
        svg.embedded = std::move(project);
        svg.packIcon = picture::packIcons(pageOptions.options.icons, dark);
        if (options.outline) {
            auto outlines = textOutlines();
            if (!outlines) return std::move(outlines).error();
            svg.outline = *std::move(outlines);
        }
        made.bytes = picture::toSvg(page->figures, svg);
        return made;
    }
    PaintOrder order;
    order.scale = options.fit ? *options.fit / std::max(page->area.width, page->area.height) : options.scale;
    order.dotsPerInch = options.dotsPerInch.value_or(0);
    order.background = paper;
    order.title = name;
    order.project = std::move(project);
    order.use = picture::useFrom(options.use);
    order.packIcon = picture::packIcons(pageOptions.options.icons, dark);
    const bool bar = options.progress && isatty(STDERR_FILENO) != 0;
    order.progress = progressOf(bar);
    Result<std::string> bytes = kind == Kind::Png ? paintPng(*page, order) : paintPdf(*page, order);
    if (!bytes) {
        if (bar) std::fputs("\r\033[K", stderr);
        Error error = std::move(bytes).error();
        if (error.code == ErrorCode::TooLarge) { // for the scale that was asked for
            error.code = ErrorCode::BadUsage;
            error.place = options.input;
        }
        return error;
    }
    made.bytes = *std::move(bytes);
    if (kind == Kind::Png) {
        made.width = std::ceil(made.width * order.scale - 1e-6);
        made.height = std::ceil(made.height * order.scale - 1e-6);
    }
    return made;
}

} // namespace

Action prepareExport(CLI::App& app, const Context& context) {
    auto options = std::make_shared<Options>();
    const auto help = [&](const char* en, const char* ko) { return context.in(say(en, ko)); };
    addProjectArgument(app, context, options->input);
    app.add_option("-o,--out", options->output, help("the picture to write: .png, .svg or .pdf", "쓸 그림 파일: .png, .svg, .pdf"))->required()->type_name("FILE");
    app.add_option("--theme", options->theme, help("light, dark or print (light)", "light, dark 또는 print (light)"))->type_name("THEME");
    app.add_option("--scale", options->scale, help("pixels of a PNG per pixel of the drawing, 1 to 8 (2)", "그림 1픽셀당 PNG 픽셀 수, 1~8 (2)"))->type_name("NUMBER");
    app.add_option("--fit", options->fit, help("instead of --scale: the longer side of a PNG in pixels", "--scale 대신: PNG 긴 변의 픽셀 수"))->type_name("PIXELS");
    app.add_option("--dpi", options->dotsPerInch, help("pixels per inch said in a PNG (96 times the scale)", "PNG에 적을 인치당 픽셀 수 (배율의 96배)"))->type_name("NUMBER");
    app.add_flag("--transparent", options->transparent, help("no background", "배경 없음"));
    app.add_option("--margin", options->margin, help("pixels round the drawing (24)", "그림 둘레의 여백 픽셀 (24)"))->type_name("PIXELS");
    app.add_option("--select", options->select, help("only these elements, with what stands inside, and links; ids joined by commas", "이 요소(안에 있는 것 포함)와 연결만; 쉼표로 나눈 id"))->delimiter(',')->type_name("IDS");
    app.add_flag("--title", options->title, help("name, author, date and version above", "위에 이름, 작성자, 날짜, 버전"));
    app.add_flag("--legend", options->legend, help("what lines and colours mean, below", "아래에 선과 색의 범례"));
    app.add_flag("--numbers", options->numbers, help("number the links", "연결에 번호를 붙임"));
    app.add_flag("--outline", options->outline, help("SVG: letters as outlines, for where the fonts are missing", "SVG: 글꼴이 없는 곳을 위해 글자를 윤곽선으로"));
    app.add_flag("--no-embed", options->noEmbed, help("leave the project out of PNG and SVG", "PNG와 SVG에 프로젝트를 넣지 않음"));
    app.add_option("--icons", options->icons, help("AWS's own icons: folder or zip of their asset package", "AWS 공식 아이콘: 애셋 패키지 폴더나 zip"))->type_name("PACK");
    app.add_option("--for", options->use, help("warn of what cannot be read on a slide, a4 or in a readme; paper of a PDF", "slide, a4, readme에서 읽기 어려운 것을 경고; PDF 용지"))->type_name("USE");
    app.add_flag("--progress", options->progress, help("show a bar on a terminal", "터미널에 진행 막대 표시"));
    return [options](Context& running) {
        if (const auto problem = problemOf(*options)) return running.fail(*problem);
        const auto source = readProject(running, options->input);
        if (!source) return running.fail(source.error());
        const Result<Made> made = make(running, *options, source->diagram);
        if (!made) return running.fail(made.error());
        if (interrupted()) return static_cast<int>(kCutOff);
        if (const auto written = store::replaceFile(running.files, options->output, made->bytes); !written) {
            Error error = written.error();
            error.code = ErrorCode::NotWritable;
            return running.fail(error);
        }
        if (running.output == Output::Json)
            running.out = JsonText()
                              .beginObject()
                              .key("written")
                              .value(options->output)
                              .key("width")
                              .value(static_cast<std::uint64_t>(made->width))
                              .key("height")
                              .value(static_cast<std::uint64_t>(made->height))
                              .key("bytes")
                              .value(std::uint64_t{made->bytes.size()})
                              .end()
                              .take();
        return static_cast<int>(kFine);
    };
}

} // namespace sky::cli
