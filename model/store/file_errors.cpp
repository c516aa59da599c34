// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_errors.h"

#include <cerrno>
#include <cstring>

namespace sky::store {

Error fileError(Touch touch, const std::string& path, int number) {
    const ErrorCode code = touch == Touch::Read ? ErrorCode::NotReadable : ErrorCode::NotWritable;
    switch (number) {
    case ENOENT:
        if (touch == Touch::Read)
            return {ErrorCode::NotFound, path, say("there is no such file.", "그런 파일이 없습니다."),
                    say("Check the name.", "이름을 확인하세요.")};
        return {code, path, say("its folder does not exist.", "폴더가 없습니다."),
                say("Make the folder, or choose another.", "폴더를 만들거나 다른 곳을 고르세요.")};
    case ENOTDIR:
        return {touch == Touch::Read ? ErrorCode::NotFound : code, path,
                say("a part of the path is not a folder.", "경로의 일부가 폴더가 아닙니다."),
                say("Check the path.", "경로를 확인하세요.")};
    case EACCES:
    case EPERM:
        if (touch == Touch::Read)
            return {code, path, say("you may not read it.", "읽을 권한이 없습니다."),
                    say("Ask its owner for read permission.", "소유자에게 읽기 권한을 요청하세요.")};
        return {code, path, say("you may not write here.", "이곳에 쓸 권한이 없습니다."),
                say("Save in another folder, or change the permissions of this one.",
                    "다른 폴더에 저장하거나 이 폴더의 권한을 바꾸세요.")};
    case EROFS:
        return {code, path, say("the disk is read-only.", "읽기 전용 디스크입니다."),
                say("Save in another folder.", "다른 폴더에 저장하세요.")};
    case ENOSPC:
    case EDQUOT:
        return {code, path, say("the disk is full.", "디스크가 가득 찼습니다."),
                say("Make room, or save in another folder.", "공간을 비우거나 다른 폴더에 저장하세요.")};
    case EISDIR:
        return isDirectory(touch, path);
    case ENAMETOOLONG:
        return {code, path.substr(0, 80), say("the name is too long.", "이름이 너무 깁니다."),
                say("Choose a shorter one.", "더 짧은 이름을 쓰세요.")};
    case ELOOP:
        return {code, path, say("its symbolic links lead in a circle.", "심볼릭 링크가 서로를 가리킵니다."),
                say("Repair the links.", "링크를 고치세요.")};
    default:
        break;
    }
    const std::string reason = std::strerror(number);
    if (touch == Touch::Read)
        return {code, path, say("it cannot be read: {}.", "읽을 수 없습니다: {}.", reason),
                say("Check the disk.", "디스크를 확인하세요.")};
    return {code, path, say("it cannot be written: {}.", "쓸 수 없습니다: {}.", reason),
            say("Save in another folder.", "다른 폴더에 저장하세요.")};
}

Error isDirectory(Touch touch, const std::string& path) {
    return {touch == Touch::Read ? ErrorCode::NotReadable : ErrorCode::NotWritable, path,
            say("this is a folder.", "폴더입니다."), say("Name a file in it.", "그 안의 파일을 적으세요.")};
}

Error notRegular(const std::string& path) {
    return {ErrorCode::NotReadable, path, say("this is no ordinary file.", "일반 파일이 아닙니다."),
            say("Name a project file.", "프로젝트 파일을 적으세요.")};
}

Error fileTooLarge(const std::string& path, std::uint64_t size, std::uint64_t most) {
    return {
        ErrorCode::TooLarge, path,
        say("{} MiB are more than a file may have ({} MiB).", "{}MiB는 파일의 한도({}MiB)를 넘습니다.", size >> 20,
            most >> 20),
        say("No project is that large; name another file.", "이렇게 큰 프로젝트는 없습니다. 다른 파일을 적으세요.")};
}

} // namespace sky::store
