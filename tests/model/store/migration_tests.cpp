// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of formats, with three made-up ones: an old file climbs all steps, the newest is read as it is.
#include "store/migration.h"

#include <gmock/gmock.h>

namespace sky::store::tests::made_up {

struct Box0 {
    std::string name;
};
struct Document0 {
    static constexpr int kFormat = 0;
    std::vector<Box0> boxes;
};
struct Box1 { // names became ids
    std::string id;
    std::int64_t width = 0;
};
struct Document1 {
    static constexpr int kFormat = 1;
    std::vector<Box1> boxes;
};
struct Document2 { // one list of widths
    static constexpr int kFormat = 2;
    std::vector<std::int64_t> widths;
    std::string history;
};

template <class Archive>
void serialize(Archive& archive, Box0& box, unsigned) {
    archive& box.name;
}
template <class Archive>
void serialize(Archive& archive, Document0& document, unsigned) {
    archive& document.boxes;
}
template <class Archive>
void serialize(Archive& archive, Box1& box, unsigned) {
    archive& box.id& box.width;
}
template <class Archive>
void serialize(Archive& archive, Document1& document, unsigned) {
    archive& document.boxes;
}
template <class Archive>
void serialize(Archive& archive, Document2& document, unsigned) {
    archive& document.widths;
}

Document1 migrate(Document0&& old) {
    Document1 next;
    for (Box0& box : old.boxes) next.boxes.push_back({std::move(box.name), 100});
    return next;
}
Document2 migrate(Document1&& old) {
    Document2 next;
    for (const Box1& box : old.boxes) {
        next.widths.push_back(box.width);
        next.history += box.id + ";";
    }
    return next;
}

} // namespace sky::store::tests::made_up

#define SKY_MADE_UP(Type)                                                                                              \
    BOOST_CLASS_IMPLEMENTATION(sky::store::tests::made_up::Type, boost::serialization::object_serializable)            \
    BOOST_CLASS_TRACKING(sky::store::tests::made_up::Type, boost::serialization::track_never)
SKY_MADE_UP(Box0)
SKY_MADE_UP(Document0)
SKY_MADE_UP(Box1)
SKY_MADE_UP(Document1)
SKY_MADE_UP(Document2)

template <>
struct sky::store::LineOf<sky::store::tests::made_up::Box0> : LineNamed<"box", 10> {};
template <>
struct sky::store::LineOf<sky::store::tests::made_up::Box1> : LineNamed<"box", 10> {};
template <>
struct sky::store::LineOf<sky::store::tests::made_up::Document2> : LineNamed<"widths", 1> {};

namespace sky::store::tests {
namespace {

using namespace made_up;
using Chain = Formats<Document0, Document1, Document2>;
static_assert(std::is_same_v<Chain::Newest, Document2>);

std::string file(int format, const std::string& body) {
    const std::string bytes = firstLine(format, "0.9") + body;
    return bytes + lastLine(bytes, true);
}

TEST(Migration, TheOldestClimbsEveryStep) {
    const auto document = Chain::read(file(0, "box a\nbox \"b c\"\n"));
    ASSERT_TRUE(document.ok()) << document.error().in(Language::English);
    EXPECT_THAT(document->widths, testing::ElementsAre(100, 100));
    EXPECT_EQ(document->history, "a;b c;");
}

TEST(Migration, TheMiddleClimbsTheRest) {
    const auto document = Chain::read(file(1, "box a 7\n"));
    ASSERT_TRUE(document.ok());
    EXPECT_THAT(document->widths, testing::ElementsAre(7));
}

TEST(Migration, TheNewestIsReadAsItIs) {
    const auto document = Chain::read(file(2, "widths [1 2 3]\n"));
    ASSERT_TRUE(document.ok()) << document.error().in(Language::English);
    EXPECT_THAT(document->widths, testing::ElementsAre(1, 2, 3));
    EXPECT_EQ(document->history, "");
}

TEST(Migration, EachFormatIsReadByItsOwnRulesOnly) {
    EXPECT_FALSE(Chain::read(file(0, "box a 7\n")).ok());
    EXPECT_FALSE(Chain::read(file(1, "box a\n")).ok());
    EXPECT_FALSE(Chain::read(file(2, "box a 7\n")).ok());
}

TEST(Migration, AFormatFromTheFutureNamesItsVersion) {
    const auto document = Chain::read(file(3, "whatever\n"));
    ASSERT_FALSE(document.ok());
    EXPECT_EQ(document.error().code, ErrorCode::NewerFormat);
    EXPECT_THAT(document.error().in(Language::English), testing::HasSubstr("Skywright 0.9 or later"));
}

} // namespace
} // namespace sky::store::tests
