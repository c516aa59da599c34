// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/recovery_model.h"

#include "session/preferences.h"
#include "session/text_bridge.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

namespace sky::lists {

using session::Preferences;
using session::toQString;

int RecoveryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> RecoveryModel::roleNames() const {
    return {{NameRole, "name"}, {WhatRole, "what"}, {FileRole, "file"}, {PathRole, "path"}, {DamagedRole, "damaged"}};
}

QVariant RecoveryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const store::Recoverable& row = m_rows[static_cast<std::size_t>(index.row())];
    const Language language = Preferences::instance().language();
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        if (!row.projectPath.empty()) return QFileInfo(toQString(row.projectPath)).completeBaseName();
        return row.name.empty() ? toQString(Text{"Untitled", "제목 없음"}, language) : toQString(row.name, language);
    case WhatRole: {
        if (row.damage) return toQString(row.damage->what, language);
        const QString when = QLocale(language == Language::Korean ? QLocale::Korean : QLocale::English)
                                 .toString(QDateTime::fromSecsSinceEpoch(row.modified), QLocale::ShortFormat);
        return toQString(say("{} things, {} links, {}", "요소 {}개, 연결 {}개, {}", row.elements, row.links,
                             session::toStdString(when)),
                         language);
    }
    case FileRole:
        return toQString(row.file);
    case PathRole:
        return toQString(row.projectPath);
    case DamagedRole:
        return row.damage.has_value();
    default:
        return {};
    }
}

int RecoveryModel::look() {
    const std::string folder = store::recoveryFolder();
    beginResetModel();
    m_rows.clear();
    if (!folder.empty())
        if (Result<std::vector<store::Recoverable>> found =
                store::findRecoverable(store::posixFileSystem(), folder, catalog::Catalog::builtin()))
            m_rows = *std::move(found);
    endResetModel();
    emit countChanged();
    return rowCount();
}

void RecoveryModel::discard(int row) {
    if (row < 0 || row >= rowCount()) return;
    if (!store::discard(store::posixFileSystem(), m_rows[static_cast<std::size_t>(row)].file)) return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    emit countChanged();
}

} // namespace sky::lists
