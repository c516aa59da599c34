// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/elements.h"

#include "base/nearest.h"

namespace sky::cli {

Result<ElementId> elementNamed(const diagram::Diagram& diagram, const std::string& option, const std::string& wanted,
                               std::vector<std::string_view> words) {
    if (diagram.element(ElementId(wanted))) return ElementId(wanted);
    std::vector<ElementId> found;
    for (const diagram::Element& element : diagram.elements()) {
        words.push_back(element.id.str());
        if (!element.name.en.empty()) words.push_back(element.name.en);
        if (!element.name.ko.empty()) words.push_back(element.name.ko);
        if (element.name.en == wanted || element.name.ko == wanted) found.push_back(element.id);
    }
    if (found.size() == 1) return found.front();
    if (found.size() > 1) {
        std::string ids;
        for (const ElementId& id : found) ids += (ids.empty() ? "" : ", ") + id.str();
        return Error{
            ErrorCode::BadUsage, option,
            say("\"{}\" is the name of several elements.", "\"{}\"이라는 이름의 요소가 여러 개입니다.", wanted),
            say("Give one of their ids: {}.", "다음 ID 중 하나를 쓰십시오: {}.", ids)};
    }
    const std::optional<std::string> near = nearestWord(wanted, words);
    return Error{ErrorCode::BadUsage, option,
                 say("No element is called \"{}\".", "\"{}\"이라는 요소가 없습니다.", wanted),
                 near ? say("Did you mean \"{}\"?", "\"{}\"을(를) 찾으십니까?", *near)
                      : say("Give an id or a name of the project.", "프로젝트에 있는 ID나 이름을 쓰십시오.")};
}

} // namespace sky::cli
