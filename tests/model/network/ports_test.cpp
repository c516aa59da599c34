// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/code.h"
#include "network/ports.h"

#include <gtest/gtest.h>

#include <set>

namespace sky::network {
namespace {

TEST(Ports, SetsAreCutAndJoined) {
    PortSet ports(PortRange{1024, 65535});
    EXPECT_EQ(ports.without({2000, 2999}).text(), "1024-1999,3000-65535");
    EXPECT_EQ(ports.without({0, 1024}).without({65535, 65535}).text(), "1025-65534");
    EXPECT_EQ(ports.within({1000, 1500}).text(), "1024-1500");
    EXPECT_TRUE(ports.within({1, 10}).empty());
    EXPECT_TRUE(ports.isWithin(kAllPorts));
    PortSet joined;
    joined.add({80, 80});
    joined.add({443, 443});
    EXPECT_EQ(joined.text(), "80,443");
    joined.add({81, 442});
    EXPECT_EQ(joined.text(), "80-443");
    joined.add(PortRange{0, 65535});
    EXPECT_EQ(joined, PortSet(kAllPorts));
    joined.add({65535, 65535});
    EXPECT_EQ(joined.text(), "0-65535");
    EXPECT_TRUE(PortSet().text().empty());
}

// Against a plain table of ports, for every operation.
TEST(Ports, AgreeWithATableOfPorts) {
    std::uint32_t state = 7;
    const auto next = [&](std::uint32_t below) {
        state = state * 1664525u + 1013904223u;
        return static_cast<std::uint16_t>((state >> 8) % below);
    };
    for (int round = 0; round < 300; ++round) {
        PortSet set;
        std::set<std::uint16_t> table;
        for (int step = 0; step < 12; ++step) {
            std::uint16_t first = next(40);
            std::uint16_t last = next(40);
            if (first > last) std::swap(first, last);
            if (step % 3 == 0) {
                set = set.without({first, last});
                for (std::uint16_t port = first; port <= last; ++port) table.erase(port);
            } else {
                set.add({first, last});
                for (std::uint16_t port = first; port <= last; ++port) table.insert(port);
            }
            std::set<std::uint16_t> found;
            for (const PortRange& range : set)
                for (std::uint16_t port = range.first; port <= range.last; ++port)
                    EXPECT_TRUE(found.insert(port).second);
            EXPECT_EQ(found, table);
        }
    }
}

TEST(Ports, AreReadAsPeopleWriteThem) {
    EXPECT_EQ(parsePorts("443")->text(), "443");
    EXPECT_EQ(parsePorts("80, 443")->text(), "80,443");
    EXPECT_EQ(parsePorts(" 1024 - 2048 ")->text(), "1024-2048");
    EXPECT_EQ(*parsePorts("all"), PortSet(kAllPorts));
    EXPECT_EQ(*parsePorts("-1"), PortSet(kAllPorts));
    for (const char* wrong : {"", "x", "70000", "5-", "-5-6", "9-8", "1,,2", "443 tcp"})
        EXPECT_FALSE(parsePorts(wrong)) << wrong;
    EXPECT_EQ(*parseProtocol("HTTPS"), kTcp);
    EXPECT_EQ(*parseProtocol("-1"), kAnyProtocol);
    EXPECT_EQ(*parseProtocol("17"), kUdp);
    EXPECT_EQ(parseProtocol("50")->number, 50);
    EXPECT_FALSE(parseProtocol("256"));
    EXPECT_FALSE(parseProtocol(""));
    EXPECT_EQ(toText(kUdp), "udp");
    EXPECT_EQ(toText(Protocol{51}), "ah");
    EXPECT_EQ(toText(Protocol{200}), "200");
}

TEST(Codes, HaveNamesThatLeadBack) {
    for (const Code code : allCodes()) {
        if (code == Code::None) continue;
        EXPECT_FALSE(name(code).empty());
        EXPECT_EQ(codeNamed(name(code)), code);
    }
    EXPECT_FALSE(codeNamed("X_NOTHING"));
    EXPECT_FALSE(codeNamed(""));
}

} // namespace
} // namespace sky::network
