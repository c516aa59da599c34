// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sample_projects.h"

#include "exchange/formats.h"

#include <QDir>
#include <QFile>

namespace sky::session {

namespace {

const QString kFolder = QStringLiteral(":/qt/qml/Skywright/projects");

} // namespace

QStringList templateKeys() {
    QStringList keys = QDir(kFolder).entryList({"*.json"}, QDir::Files, QDir::Name);
    for (QString& key : keys) key.chop(5);
    return keys;
}

Result<diagram::Diagram> readTemplate(const QString& key, const catalog::Catalog& catalog) {
    QFile file(kFolder + "/" + key + ".json");
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorCode::NotFound, key.toStdString(), say("There is no such template.", "그런 템플릿이 없습니다."), {}};
    const QByteArray bytes = file.readAll();
    return exchange::formatByKey("json")->read({bytes.constData(), static_cast<std::size_t>(bytes.size())}, catalog);
}

} // namespace sky::session
