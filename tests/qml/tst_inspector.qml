// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Skywright

Item {
    id: root
    width: 640
    height: 900

    Component {
        id: maker
        InspectorPanel {
            width: 320
            height: 900
        }
    }

    TestCase {
        name: "Inspector"
        when: windowShown
        property var panel: null
        property var session: null

        function init() {
            session = bench.newSession()
            panel = createTemporaryObject(maker, root, { session: session })
            verify(panel)
        }
        function cleanup() {
            panel.destroy()
            panel = null
            wait(0)
        }
        function named(name) {
            const item = findChild(panel, name)
            verify(item, name)
            return item
        }
        function click(name) {
            waitForRendering(panel) // what has just appeared stands where it belongs
            mouseClick(named(name))
        }
        function type(words) {
            for (const letter of words)
                keyClick(letter)
        }
        function typeInto(name, words) {
            const field = named(name)
            field.forceActiveFocus()
            field.selectAll()
            type(words)
            return field
        }
        function says(words) {
            const walk = item => {
                if (item.visible && item.text !== undefined && ("" + item.text).indexOf(words) >= 0)
                    return true
                for (let i = 0; i < item.children.length; ++i)
                    if (walk(item.children[i]))
                        return true
                return false
            }
            return walk(panel)
        }

        function test_aFieldIsSetByEnterAndUnsetByEmptying() {
            bench.select(["web-1"], [])
            typeInto("field-ami", "ami-1")
            keyClick(Qt.Key_Return)
            compare(bench.value("web-1", "ami"), "ami-1")
            const field = named("field-ami")
            field.selectAll()
            keyClick(Qt.Key_Delete)
            keyClick(Qt.Key_Return)
            compare(bench.value("web-1", "ami"), "")
            session.document.undo()
            compare(field.text, "ami-1")
        }
        function test_whatIsWrongStandsBelowWithTheRightValue() {
            bench.select(["sub-new"], [])
            typeInto("field-cidr", "10.0.1.0/24")
            verify(says("Same addresses as sub-c."))
            click("use-cidr")
            compare(bench.value("sub-new", "cidr"), "10.0.2.0/24")
            verify(!says("Same addresses"))
        }
        function test_escapeTakesBackWhatWasTyped() {
            bench.select(["sub-a"], [])
            const field = typeInto("field-cidr", "nonsense")
            keyClick(Qt.Key_Escape)
            compare(field.text, "10.0.0.0/24")
            const left = signalSpy.createObject(root, { target: panel, signalName: "escaped" })
            keyClick(Qt.Key_Escape)
            compare(left.count, 1)
            left.destroy()
        }
        Component {
            id: signalSpy
            SignalSpy {}
        }
        function test_typedTextDoesNotGoToTheNextSelection() {
            bench.select(["sub-a"], [])
            typeInto("field-cidr", "10.0.77.0/24")
            bench.select(["sub-c"], [])
            compare(named("field-cidr").text, "10.0.1.0/24")
            root.forceActiveFocus()
            compare(bench.value("sub-c", "cidr"), "10.0.1.0/24")
        }
        function test_anOptionIsTakenByKeyboard() {
            bench.select(["sub-c"], [])
            const field = named("choice-routeTable")
            field.forceActiveFocus()
            keyClick(Qt.Key_Return)
            tryCompare(field, "activeFocus", false)
            keyClick(Qt.Key_Return)
            compare(bench.value("sub-c", "routeTable"), "rt")
            tryCompare(field, "activeFocus", true)
            keyClick(Qt.Key_Delete)
            compare(bench.value("sub-c", "routeTable"), "")
        }
        function test_aTypeIsSearchedAndTaken() {
            bench.select(["web-1"], [])
            const field = named("choice-instanceType")
            click("choice-instanceType")
            tryCompare(field, "activeFocus", false)
            type("m6i.large")
            keyClick(Qt.Key_Return)
            compare(bench.value("web-1", "instanceType"), "m6i.large")
            compare(field.text, "m6i.large")
        }
        function test_aRuleIsAddedAndTyped() {
            bench.select(["sg"], [])
            bench.finish()
            click("addRule-in")
            verify(says("Still to fill in: Source."))
            typeInto("cell-0-from", "10.0.0.0/8")
            keyClick(Qt.Key_Tab)
            compare(bench.value("sg", "in"), "1")
            typeInto("cell-0-port", "443x")
            verify(says("is no port"))
            keyClick(Qt.Key_Escape)
            typeInto("cell-0-port", "443")
            keyClick(Qt.Key_Return)
            compare(named("cell-0-port").text, "443")
        }
        function test_theNameIsEdited() {
            bench.select(["web-1"], [])
            typeInto("inspectorName", "front")
            keyClick(Qt.Key_Return)
            compare(bench.nameOf("web-1"), "front")
            compare(session.document.undoName, "Rename web-1".replace("web-1", session.document.undoName.substring(7)))
        }
        function test_everyKindOfSelectionIsShownInBothLanguages() {
            const kinds = [[[], []], [["sub-a"], []], [["web-1"], []], [["web-1", "web-2"], []], [["db"], []], [["fleet"], []],
                           [["sg"], []], [["rt"], []], [["vpc"], []], [["people"], []], [[], ["traffic-1"]], [["web-1"], ["traffic-1"]]]
            for (const korean of [false, true]) {
                Preferences.korean = korean
                for (const dark of [Preferences.ThemeChoice.Light, Preferences.ThemeChoice.Dark]) {
                    Preferences.theme = dark
                    for (const kind of kinds) {
                        bench.select(kind[0], kind[1])
                        waitForRendering(panel)
                    }
                }
            }
            Preferences.korean = false
            Preferences.theme = Preferences.ThemeChoice.Light
        }
    }
}
