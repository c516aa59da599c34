// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/icon_pack.h"

#include "picture/icon_pack_names.h"
#include "picture/icons.h"
#include "picture/page.h"
#include "picture/svg_writer.h"
#include "sample.h"

#include <gmock/gmock.h>
#include <zip.h>

#include <filesystem>
#include <fstream>

namespace sky::picture {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

// A made-up package with AWS's file names; the drawings are ours.
std::string drawing(const char* mark) {
    return std::string("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><title>") + mark +
           "</title><rect width=\"48\" height=\"48\" fill=\"#ED7100\"/></svg>";
}

const std::vector<std::pair<std::string, std::string>>& files() {
    static const std::vector<std::pair<std::string, std::string>> kFiles{
        {"Architecture-Service-Icons_07312025/Arch_Compute/16/Arch_Amazon-EC2_16.svg", drawing("ec2 16")},
        {"Architecture-Service-Icons_07312025/Arch_Compute/48/Arch_Amazon-EC2_48.svg", drawing("ec2 48")},
        {"Architecture-Service-Icons_07312025/Arch_Compute/64/Arch_AWS-Lambda_64.svg", drawing("lambda 64")},
        {"Architecture-Service-Icons_07312025/Arch_Networking/48/Arch_Elastic-Load-Balancing_48.svg", drawing("elb")},
        {"Resource-Icons_07312025/Res_Networking/Res_Elastic-Load-Balancing_Network-Load-Balancer_48.svg", drawing("nlb")},
        {"Resource-Icons_07312025/Res_General-Icons/Res_48_Light/Res_Users_48_Light.svg", drawing("users light")},
        {"Resource-Icons_07312025/Res_General-Icons/Res_48_Dark/Res_Users_48_Dark.svg", drawing("users dark")},
        {"Architecture-Group-Icons_07312025/Public-subnet_32.svg", drawing("public subnet")},
        {"Architecture-Group-Icons_07312025/Virtual-private-cloud-VPC_32.svg", drawing("vpc")},
        {"__MACOSX/Arch_Compute/48/._Arch_Amazon-EC2_48.svg", "not an icon"},
        {"Architecture-Service-Icons_07312025/readme.txt", "hello"},
    };
    return kFiles;
}

class IconPackTest : public testing::Test {
  protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "skywright-icons-XXXXXX").string();
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
    }
    void TearDown() override { fs::remove_all(m_folder); }

    std::string put(const std::string& name, const std::string& bytes) {
        const fs::path path = fs::path(m_folder) / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }
    std::string folder() {
        for (const auto& [name, bytes] : files()) put("pack/" + name, bytes);
        return m_folder + "/pack";
    }
    std::string zipped() {
        const std::string path = m_folder + "/pack.zip";
        zip_t* zip = zip_open(path.c_str(), ZIP_CREATE, nullptr);
        for (const auto& [name, bytes] : files())
            zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), 0);
        zip_close(zip);
        return path;
    }
    std::string m_folder;
};

std::string title(const std::string* svg) {
    if (!svg) return "none";
    const std::size_t start = svg->find("<title>") + 7;
    return svg->substr(start, svg->find("</title>") - start);
}

TEST_F(IconPackTest, findsIconsInFolderAndZipAlike) {
    for (const std::string& path : {folder(), zipped()}) {
        const Result<IconPack> pack = IconPack::open(path);
        ASSERT_TRUE(pack.ok()) << pack.error().in(Language::English);
        EXPECT_EQ(title(pack->find("ec2")), "ec2 48"); // of several sizes the one made for ours
        EXPECT_EQ(title(pack->find("lambda")), "lambda 64");
        EXPECT_EQ(title(pack->find("nlb")), "nlb");
        EXPECT_EQ(title(pack->find("alb")), "elb"); // none of its own: the family's
        EXPECT_EQ(title(pack->find("users")), "users light");
        EXPECT_EQ(title(pack->find("users", true)), "users dark");
        EXPECT_EQ(title(pack->find("ec2", true)), "ec2 48");
        EXPECT_EQ(title(pack->find("subnet.public")), "public subnet");
        EXPECT_EQ(title(pack->find("vpc")), "vpc");
        EXPECT_EQ(pack->find("subnet.private"), nullptr);
        EXPECT_EQ(pack->find("s3"), nullptr);
        EXPECT_EQ(*pack->find("ec2"), drawing("ec2 48")); // unmodified
    }
}

TEST_F(IconPackTest, namesEveryIconOfOursThatAwsHas) {
    for (const PackName& name : packNames()) EXPECT_NE(IconSet::builtin().find(name.key), nullptr) << name.key;
}

TEST_F(IconPackTest, saysWhatIsNoPack) {
    const Result<IconPack> missing = IconPack::open(m_folder + "/nowhere");
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    fs::create_directories(m_folder + "/empty");
    for (const std::string& path :
         {m_folder + "/empty", put("text.zip", "this is no zip"), put("photos/cat.svg", drawing("cat")).substr(0, m_folder.size() + 7)}) {
        const Result<IconPack> pack = IconPack::open(path);
        ASSERT_FALSE(pack.ok()) << path;
        EXPECT_EQ(pack.error().code, ErrorCode::BadFormat);
        EXPECT_THAT(pack.error().in(Language::English), HasSubstr("No AWS icon"));
        EXPECT_FALSE(pack.error().remedy.ko.empty());
    }
}

TEST_F(IconPackTest, namesABrokenIcon) {
    const std::string path = folder();
    put("pack/Arch_Storage/48/Arch_Amazon-Simple-Storage-Service_48.svg", "<svg><g></svg>");
    const Result<IconPack> pack = IconPack::open(path);
    ASSERT_FALSE(pack.ok());
    EXPECT_THAT(pack.error().in(Language::English), HasSubstr("Arch_Amazon-Simple-Storage-Service_48.svg"));
}

TEST_F(IconPackTest, survivesADamagedZip) {
    const std::string path = zipped();
    std::ifstream stream(path, std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(stream)), {});
    for (std::size_t cut = 0; cut < whole.size(); cut += 97) {
        std::string bytes = whole;
        bytes[cut] = static_cast<char>(bytes[cut] ^ 0x55);
        static_cast<void>(IconPack::open(put("damaged.zip", bytes)).ok());
        static_cast<void>(IconPack::open(put("short.zip", whole.substr(0, cut))).ok());
    }
}

TEST_F(IconPackTest, isDrawnWholeAndMissesFallBackToOurs) {
    Result<IconPack> pack = IconPack::open(folder());
    ASSERT_TRUE(pack.ok());
    PageOptions options;
    options.options.icons = std::make_shared<const IconPack>(*std::move(pack));
    const Result<Page> page = pageOf(test::sourceOf(test::sample()).topology, options);
    ASSERT_TRUE(page.ok());
    SvgOptions svg;
    svg.area = page->area;
    svg.packIcon = packIcons(options.options.icons, false);
    const std::string text = toSvg(page->figures, svg);
    EXPECT_THAT(text, HasSubstr("data:image/svg+xml;base64,"));
    EXPECT_THAT(text, Not(HasSubstr("#_icon-vpc\"")));
    EXPECT_THAT(text, HasSubstr("#_icon-")); // what the package lacks
    EXPECT_THAT(text, Not(HasSubstr("pack/")));
}

} // namespace
} // namespace sky::picture
