// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/png_writer.h"

#include <zlib.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <thread>
#include <vector>

namespace sky::paint {
namespace {

// A band this large keeps the workers busy without weighing on memory: 4 MB of pixels.
constexpr int kBandPixels = 1 << 20;
// Diagrams are flat: level 4 is three times as fast as 6 and its files are 2 to 3 % larger.
constexpr int kLevel = 4;

void appendNumber(std::string& out, std::uint32_t value) {
    for (const int shift : {24, 16, 8, 0}) out += static_cast<char>(value >> shift & 0xFF);
}

void appendChunk(std::string& out, std::string_view type, std::string_view data) {
    appendNumber(out, static_cast<std::uint32_t>(data.size()));
    const std::size_t start = out.size();
    out += type;
    out += data;
    const auto* bytes = reinterpret_cast<const Bytef*>(out.data() + start);
    appendNumber(out, static_cast<std::uint32_t>(crc32_z(0, bytes, out.size() - start)));
}

std::string head(const PngImage& image) {
    std::string out("\x89PNG\r\n\x1a\n", 8);
    std::string header;
    appendNumber(header, static_cast<std::uint32_t>(image.width));
    appendNumber(header, static_cast<std::uint32_t>(image.height));
    header += '\x08';
    header += image.alpha ? '\x06' : '\x02';
    header.append(3, '\0');
    appendChunk(out, "IHDR", header);
    appendChunk(out, "sRGB", std::string_view("\0", 1)); // perceptual
    if (image.dotsPerInch > 0) {
        const auto perMetre = static_cast<std::uint32_t>(std::lround(image.dotsPerInch / 0.0254));
        std::string density;
        appendNumber(density, perMetre);
        appendNumber(density, perMetre);
        density += '\x01';
        appendChunk(out, "pHYs", density);
    }
    if (!image.keyword.empty()) appendChunk(out, "tEXt", image.keyword + '\0' + image.text);
    return out;
}

// One worker's space and its compressor, used again for band after band.
class BandEncoder {
  public:
    BandEncoder(const PngImage& image, int mostRows)
        : m_width(static_cast<std::size_t>(image.width))
        , m_channels(image.alpha ? 4 : 3)
        , m_pixels(m_width * static_cast<std::size_t>(mostRows))
        , m_row(m_width * m_channels)
        , m_above(m_width * m_channels)
        , m_filtered((m_width * m_channels + 1) * static_cast<std::size_t>(mostRows)) {
        m_ready = deflateInit2(&m_stream, kLevel, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) == Z_OK;
    }
    ~BandEncoder() {
        if (m_ready) deflateEnd(&m_stream);
    }
    BandEncoder(const BandEncoder&) = delete;
    BandEncoder& operator=(const BandEncoder&) = delete;

    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] std::uint32_t* pixels() { return m_pixels.data(); }

    struct Piece {
        std::string deflated;
        std::uint32_t adler = 0;
        std::size_t plain = 0;
    };
    Piece encode(int rows, bool last) {
        filter(rows);
        Piece piece;
        piece.plain = (m_row.size() + 1) * static_cast<std::size_t>(rows);
        piece.adler = static_cast<std::uint32_t>(adler32_z(adler32_z(0, nullptr, 0), m_filtered.data(), piece.plain));
        deflateReset(&m_stream);
        piece.deflated.resize(deflateBound(&m_stream, piece.plain) + 16);
        m_stream.next_in = m_filtered.data();
        m_stream.avail_in = static_cast<uInt>(piece.plain);
        m_stream.next_out = reinterpret_cast<Bytef*>(piece.deflated.data());
        m_stream.avail_out = static_cast<uInt>(piece.deflated.size());
        deflate(&m_stream, last ? Z_FINISH : Z_SYNC_FLUSH);
        piece.deflated.resize(piece.deflated.size() - m_stream.avail_out);
        piece.deflated.shrink_to_fit();
        return piece;
    }

  private:
    void unpack(const std::uint32_t* from) {
        unsigned char* to = m_row.data();
        if (m_channels == 3) {
            for (std::size_t x = 0; x < m_width; ++x, to += 3) {
                to[0] = static_cast<unsigned char>(from[x] >> 16);
                to[1] = static_cast<unsigned char>(from[x] >> 8);
                to[2] = static_cast<unsigned char>(from[x]);
            }
            return;
        }
        for (std::size_t x = 0; x < m_width; ++x, to += 4) {
            to[0] = static_cast<unsigned char>(from[x] >> 16);
            to[1] = static_cast<unsigned char>(from[x] >> 8);
            to[2] = static_cast<unsigned char>(from[x]);
            to[3] = static_cast<unsigned char>(from[x] >> 24);
        }
    }

    // Up, which turns the many rows that repeat the one above into zeros; the first row of a band knows none above it.
    void filter(int rows) {
        const std::size_t size = m_row.size();
        unsigned char* out = m_filtered.data();
        for (int y = 0; y < rows; ++y) {
            unpack(m_pixels.data() + m_width * static_cast<std::size_t>(y));
            if (y == 0) {
                *out++ = 1; // Sub
                for (std::size_t i = 0; i < size; ++i)
                    *out++ = static_cast<unsigned char>(m_row[i] - (i < m_channels ? 0 : m_row[i - m_channels]));
            } else {
                *out++ = 2; // Up
                for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<unsigned char>(m_row[i] - m_above[i]);
                out += size;
            }
            std::swap(m_row, m_above);
        }
    }

    std::size_t m_width;
    std::size_t m_channels;
    std::vector<std::uint32_t> m_pixels;
    std::vector<unsigned char> m_row;
    std::vector<unsigned char> m_above;
    std::vector<unsigned char> m_filtered;
    z_stream m_stream{};
    bool m_ready = false;
};

// Hands out bands in order and collects their compressed pieces, which are small beside the pixels.
class Bands {
  public:
    Bands(const PngImage& image, const DrawBand& draw, const PngWork& work)
        : m_image(image), m_draw(draw), m_work(work), m_rows(bandRows(image.width)) {
        m_count = (image.height + m_rows - 1) / m_rows;
        m_threads = work.threads ? work.threads : std::max(1u, std::thread::hardware_concurrency());
        m_threads = std::min(m_threads, static_cast<unsigned>(m_count));
        m_pieces.resize(static_cast<std::size_t>(m_count));
    }

    Result<std::string> run() {
        {
            std::vector<std::jthread> workers;
            for (unsigned i = 0; i < m_threads; ++i) workers.emplace_back([this, i] { work(static_cast<int>(i)); });
        }
        if (m_work.progress.cancelled()) return cancelledError();
        if (m_failed)
            return Error{ErrorCode::TooLarge,
                         {},
                         say("There is not enough memory to compress the picture.", "그림을 압축할 메모리가 부족합니다."),
                         say("Export it at a smaller scale.", "더 작은 배율로 내보내세요.")};
        return assemble();
    }

  private:
    void work(int worker) {
        BandEncoder encoder(m_image, std::min(m_rows, m_image.height));
        if (!encoder.ready()) {
            m_failed = true;
            return;
        }
        for (;;) {
            const int band = m_next.fetch_add(1);
            if (band >= m_count || m_failed || m_work.progress.cancelled()) return;
            const int top = band * m_rows;
            const int rows = std::min(m_rows, m_image.height - top);
            m_draw(worker, top, rows, encoder.pixels());
            m_pieces[static_cast<std::size_t>(band)] = encoder.encode(rows, band + 1 == m_count);
            m_work.progress.report(static_cast<std::uint64_t>(m_done.fetch_add(1) + 1), static_cast<std::uint64_t>(m_count));
        }
    }

    Result<std::string> assemble() {
        std::size_t size = 0;
        for (const auto& piece : m_pieces) size += piece.deflated.size() + 32;
        std::string out = head(m_image);
        out.reserve(out.size() + size + 64);
        uLong adler = adler32_z(0, nullptr, 0);
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            BandEncoder::Piece piece = std::move(m_pieces[i]);
            adler = adler32_combine(adler, piece.adler, static_cast<z_off_t>(piece.plain));
            if (i == 0) piece.deflated.insert(0, "\x78\x5E", 2);
            if (i + 1 == m_pieces.size()) appendNumber(piece.deflated, static_cast<std::uint32_t>(adler));
            appendChunk(out, "IDAT", piece.deflated);
        }
        appendChunk(out, "IEND", {});
        return out;
    }

    const PngImage& m_image;
    const DrawBand& m_draw;
    const PngWork& m_work;
    int m_rows;
    int m_count = 0;
    unsigned m_threads = 1;
    std::vector<BandEncoder::Piece> m_pieces; // each written by one worker, read when all are done
    std::atomic<int> m_next{0};
    std::atomic<int> m_done{0};
    std::atomic<bool> m_failed{false};
};

} // namespace

int bandRows(int width) { return std::clamp(kBandPixels / std::max(width, 1), 8, 512); }

Result<std::string> writePng(const PngImage& image, const DrawBand& draw, const PngWork& work) {
    if (image.width < 1 || image.height < 1 || image.width > kMostPixels || image.height > kMostPixels)
        return Error{ErrorCode::TooLarge,
                     {},
                     say("A PNG of {} x {} pixels cannot be made; {} on a side is the most.",
                         "{} x {} 픽셀 PNG는 만들 수 없습니다. 한 변은 {}픽셀까지입니다.",
                         static_cast<std::int64_t>(image.width), static_cast<std::int64_t>(image.height), kMostPixels),
                     say("Choose a smaller scale, or export as SVG or PDF.", "더 작은 배율을 고르거나 SVG나 PDF로 내보내세요.")};
    return Bands(image, draw, work).run();
}

} // namespace sky::paint
