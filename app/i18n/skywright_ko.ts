<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en_US">
<context>
    <name>ArrangeMenu</name>
    <message>
        <source>Arrange</source>
        <translation>정렬</translation>
    </message>
</context>
<context>
    <name>CanvasPane</name>
    <message>
        <source>The whole drawing in small</source>
        <translation>전체 그림 축소 보기</translation>
    </message>
</context>
<context>
    <name>CanvasTools</name>
    <message>
        <source>Select and move</source>
        <translation>선택과 이동</translation>
    </message>
    <message>
        <source>Move the page</source>
        <translation>화면 이동</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>스페이스</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>글</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Used last</source>
        <translation>최근 사용</translation>
    </message>
    <message>
        <source>A command or a service</source>
        <translation>명령이나 서비스</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>그런 이름이 없습니다.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>place it</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>서비스</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>새 창</translation>
    </message>
    <message>
        <source>New from a template…</source>
        <translation>템플릿으로 새로 만들기…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Revert to the saved file</source>
        <translation>저장된 파일로 되돌리기</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>실행 취소: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>다시 실행: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>잘라내기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 변경</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>찾기…</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>명령…</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>삽입</translation>
    </message>
    <message>
        <source>Connect to…</source>
        <translation>연결할 대상…</translation>
    </message>
    <message>
        <source>Turn the link round</source>
        <translation>연결 방향 뒤집기</translation>
    </message>
    <message>
        <source>Remove the link's bends</source>
        <translation>연결의 꺾임 없애기</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>100 %로 보기</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Show the selection</source>
        <translation>선택 항목 보기</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>왼쪽 맞춤</translation>
    </message>
    <message>
        <source>Align on a vertical axis</source>
        <translation>세로축 맞춤</translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation>오른쪽 맞춤</translation>
    </message>
    <message>
        <source>Align top edges</source>
        <translation>위쪽 맞춤</translation>
    </message>
    <message>
        <source>Align on a horizontal axis</source>
        <translation>가로축 맞춤</translation>
    </message>
    <message>
        <source>Align bottom edges</source>
        <translation>아래쪽 맞춤</translation>
    </message>
    <message>
        <source>Equal gaps across</source>
        <translation>가로 간격 같게</translation>
    </message>
    <message>
        <source>Equal gaps down</source>
        <translation>세로 간격 같게</translation>
    </message>
    <message>
        <source>Same size</source>
        <translation>같은 크기로</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹화</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>그룹 해제</translation>
    </message>
    <message>
        <source>Make the subnet public</source>
        <translation>퍼블릭 서브넷으로 만들기</translation>
    </message>
    <message>
        <source>Make the subnet private</source>
        <translation>프라이빗 서브넷으로 만들기</translation>
    </message>
    <message>
        <source>Isolate the subnet</source>
        <translation>서브넷 격리</translation>
    </message>
    <message>
        <source>Add a zone like this one</source>
        <translation>같은 구성의 가용 영역 추가</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>밝은 테마</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>어두운 테마</translation>
    </message>
    <message>
        <source>The system's theme</source>
        <translation>시스템 테마</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>그림으로 복사</translation>
    </message>
    <message>
        <source>Tidy the selection…</source>
        <translation>선택 항목 정돈…</translation>
    </message>
    <message>
        <source>Tidy…</source>
        <translation>정돈…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Copy the settings</source>
        <translation>설정 복사</translation>
    </message>
    <message>
        <source>Paste the settings</source>
        <translation>설정 붙여넣기</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>잠금 해제</translation>
    </message>
    <message>
        <source>Lock in place</source>
        <translation>제자리에 잠그기</translation>
    </message>
    <message>
        <source>Rulers</source>
        <translation>눈금자</translation>
    </message>
</context>
<context>
    <name>ConnectPicker</name>
    <message>
        <source>Connect %1 to</source>
        <translation>%1에서 연결할 대상</translation>
    </message>
    <message>
        <source>a name or a service</source>
        <translation>이름이나 서비스</translation>
    </message>
    <message>
        <source>Nothing that fits is called that.</source>
        <translation>그런 이름의 알맞은 대상이 없습니다.</translation>
    </message>
    <message>
        <source>↑ ↓ choose   Enter connect   Esc close</source>
        <translation>↑ ↓ 선택   Enter 연결   Esc 닫기</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
</context>
<context>
    <name>EmptyHint</name>
    <message>
        <source>Nothing is drawn yet</source>
        <translation>아직 그린 것이 없습니다</translation>
    </message>
    <message>
        <source>Drag a Region from the palette, or press / and type what you need.</source>
        <translation>팔레트에서 리전을 끌어 놓거나 / 키를 누르고 필요한 것을 입력하세요.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export %1</source>
        <translation>%1 내보내기</translation>
    </message>
    <message>
        <source>Picture saved: %1</source>
        <translation>그림 저장됨: %1</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>용지</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>그림 크기</translation>
    </message>
    <message>
        <source>Transparent background</source>
        <translation>투명한 배경</translation>
    </message>
    <message>
        <source>Only the selection</source>
        <translation>선택 항목만</translation>
    </message>
    <message>
        <source>Title block</source>
        <translation>제목란</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>범례</translation>
    </message>
    <message>
        <source>The project inside, to open it again</source>
        <translation>다시 열 수 있게 프로젝트 포함</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>내보내는 중…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Copied as a picture</source>
        <translation>그림으로 복사했습니다</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Projects and pictures (*.skyw *.json *.png *.svg)</source>
        <translation>프로젝트와 그림 (*.skyw *.json *.png *.svg)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>프로젝트 저장</translation>
    </message>
    <message>
        <source>Skywright project (*.skyw)</source>
        <translation>Skywright 프로젝트 (*.skyw)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>최근 파일 열기</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find by name, kind, address</source>
        <translation>이름, 종류, 주소로 찾기</translation>
    </message>
    <message>
        <source>Type a name, a service or an address.</source>
        <translation>이름, 서비스, 주소를 입력하세요.</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>여기에는 그런 이름이 없습니다.</translation>
    </message>
</context>
<context>
    <name>FloatingList</name>
    <message>
        <source>↑ ↓ choose   Enter take   Esc close</source>
        <translation>↑ ↓ 선택   Enter 확인   Esc 닫기</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Skywright %1</source>
        <translation>Skywright %1</translation>
    </message>
</context>
<context>
    <name>InspectorField</name>
    <message>
        <source>Choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 사용</translation>
    </message>
</context>
<context>
    <name>InspectorHeading</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>AWS documentation</source>
        <translation>AWS 설명서</translation>
    </message>
</context>
<context>
    <name>InspectorItems</name>
    <message>
        <source>Take out %1</source>
        <translation>%1 빼기</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>%1에 추가</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>%1(으)로 이동</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>Select something on the canvas to see what it is. Until then this is about the project.</source>
        <translation>캔버스에서 요소를 선택하면 그 속성을 보여 줍니다. 그전에는 프로젝트의 속성입니다.</translation>
    </message>
    <message>
        <source>Name of the project</source>
        <translation>프로젝트 이름</translation>
    </message>
    <message>
        <source>Name on the canvas</source>
        <translation>캔버스 표시 이름</translation>
    </message>
    <message>
        <source>Not set · called %1</source>
        <translation>미설정 · %1(으)로 표시</translation>
    </message>
    <message>
        <source>Open the inspector</source>
        <translation>속성 펼치기</translation>
    </message>
</context>
<context>
    <name>InspectorRow</name>
    <message>
        <source>Unset</source>
        <translation>설정 해제</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>%1(으)로 이동</translation>
    </message>
</context>
<context>
    <name>InspectorSection</name>
    <message>
        <source>open</source>
        <translation>펼침</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>접힘</translation>
    </message>
</context>
<context>
    <name>InspectorThings</name>
    <message>
        <source>Select it</source>
        <translation>선택하기</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 만들기</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>새로 만들기: %1</translation>
    </message>
</context>
<context>
    <name>InspectorWords</name>
    <message>
        <source>As in English</source>
        <translation>영어와 같음</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Saved %1</source>
        <translation>%1 저장됨</translation>
    </message>
</context>
<context>
    <name>NameInput</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
</context>
<context>
    <name>OptionList</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Nothing in the drawing fits</source>
        <translation>그림에 알맞은 요소가 없습니다</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>그런 이름이 없습니다</translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Palette</source>
        <translation>팔레트</translation>
    </message>
    <message>
        <source>Open the palette</source>
        <translation>팔레트 펼치기</translation>
    </message>
    <message>
        <source>Search services</source>
        <translation>서비스 검색</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>최근 사용</translation>
    </message>
    <message>
        <source>Fold the palette</source>
        <translation>팔레트 접기</translation>
    </message>
    <message>
        <source>Nothing is called that. Try a shorter word, in English or Korean.</source>
        <translation>그런 이름이 없습니다. 더 짧은 말로 찾아 보세요. 영어와 한국어 모두 됩니다.</translation>
    </message>
    <message>
        <source>Right-click a service to keep it here.</source>
        <translation>서비스를 마우스 오른쪽 버튼으로 눌러 여기에 모으세요.</translation>
    </message>
    <message>
        <source>Services you have placed gather here.</source>
        <translation>배치한 서비스가 여기에 모입니다.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Skywright did not close properly</source>
        <translation>Skywright가 정상적으로 종료되지 않았습니다</translation>
    </message>
    <message>
        <source>These projects hold changes that were never saved. Your own files are as you saved them last.</source>
        <translation>저장하지 않은 변경 사항이 있는 프로젝트입니다. 파일은 마지막으로 저장한 그대로입니다.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>나중에 결정</translation>
    </message>
</context>
<context>
    <name>RuleCell</name>
    <message>
        <source>Not set</source>
        <translation>미설정</translation>
    </message>
</context>
<context>
    <name>RuleTable</name>
    <message>
        <source>They have different tables. Select one to edit its own.</source>
        <translation>표가 서로 다릅니다. 하나를 선택하면 편집할 수 있습니다.</translation>
    </message>
    <message>
        <source>More of this row</source>
        <translation>이 행 더 보기</translation>
    </message>
    <message>
        <source>Delete the row</source>
        <translation>행 삭제</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>행 추가</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 설정</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 사용</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>기본값으로 되돌리기</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>The plain wheel</source>
        <translation>마우스 휠</translation>
    </message>
    <message>
        <source>By device</source>
        <translation>장치에 따라</translation>
    </message>
    <message>
        <source>Zooms</source>
        <translation>확대/축소</translation>
    </message>
    <message>
        <source>Scrolls</source>
        <translation>스크롤</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>움직임</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>줄임</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Move about</source>
        <translation>둘러보기</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>드래그</translation>
    </message>
    <message>
        <source>Move the page (also middle or right button)</source>
        <translation>화면 이동(가운데나 오른쪽 버튼도 됨)</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>포인터 위치에서 확대/축소</translation>
    </message>
    <message>
        <source>Next thing beside</source>
        <translation>옆에 있는 다음 요소</translation>
    </message>
    <message>
        <source>Into a container</source>
        <translation>컨테이너 안으로</translation>
    </message>
    <message>
        <source>Out to its container</source>
        <translation>바깥 컨테이너로</translation>
    </message>
    <message>
        <source>arrow</source>
        <translation>화살표</translation>
    </message>
    <message>
        <source>Along a link</source>
        <translation>연결을 따라</translation>
    </message>
    <message>
        <source>While dragging</source>
        <translation>드래그하는 동안</translation>
    </message>
    <message>
        <source>No snapping, no nesting</source>
        <translation>맞춤과 담기 없이</translation>
    </message>
    <message>
        <source>One axis only; keeps the ratio of a size</source>
        <translation>한 축으로만, 크기는 비율 유지</translation>
    </message>
    <message>
        <source>At the start: a copy</source>
        <translation>시작할 때: 복사본</translation>
    </message>
    <message>
        <source>Open room for more</source>
        <translation>공간 벌리기</translation>
    </message>
    <message>
        <source>Back to where it was</source>
        <translation>원래 자리로</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>요소</translation>
    </message>
    <message>
        <source>Rename (or just type)</source>
        <translation>이름 변경(바로 입력해도 됨)</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>화살표</translation>
    </message>
    <message>
        <source>One step; with Shift ten, with Ctrl one pixel</source>
        <translation>한 칸. Shift는 열 칸, Ctrl은 1픽셀</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Search services</source>
        <translation>서비스 검색</translation>
    </message>
    <message>
        <source>Menu of the selection</source>
        <translation>선택 항목의 메뉴</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>삽입</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>%1 things, %2 links</source>
        <translation>요소 %1개, 연결 %2개</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>저장 안 됨</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>저장됨</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>언어: %1</translation>
    </message>
    <message>
        <source>Status bar</source>
        <translation>상태 표시줄</translation>
    </message>
</context>
<context>
    <name>TidyBar</name>
    <message>
        <source>Airy</source>
        <translation>넓게</translation>
    </message>
    <message>
        <source>How tight</source>
        <translation>촘촘한 정도</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>촘촘하게</translation>
    </message>
    <message>
        <source>Flows down</source>
        <translation>아래로 흐름</translation>
    </message>
    <message>
        <source>Flows right</source>
        <translation>오른쪽으로 흐름</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>적용</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>수정됨</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Top bar</source>
        <translation>도구 모음</translation>
    </message>
</context>
<context>
    <name>TypeTable</name>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>vCPU</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>USD/month</source>
        <translation>USD/월</translation>
    </message>
    <message>
        <source>Search, such as t3 or arm64</source>
        <translation>검색(예: t3, arm64)</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation>%1 순으로 정렬</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>그런 이름이 없습니다</translation>
    </message>
    <message>
        <source>%1, %2 vCPU, %3 GiB, %4 USD a month</source>
        <translation>%1, vCPU %2개, %3 GiB, 월 %4 USD</translation>
    </message>
    <message>
        <source>On demand, 730 hours, in %1. – means not known.</source>
        <translation>온디맨드, 730시간, %1 기준. –는 알 수 없음.</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Save changes to %1?</source>
        <translation>%1의 변경 사항을 저장할까요?</translation>
    </message>
    <message>
        <source>1 change is not saved.</source>
        <translation>저장하지 않은 변경이 1개 있습니다.</translation>
    </message>
    <message>
        <source>%1 changes are not saved.</source>
        <translation>저장하지 않은 변경이 %1개 있습니다.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>New</source>
        <translation>새로 만들기</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>New design</source>
        <translation>새 설계</translation>
    </message>
    <message>
        <source>Search templates</source>
        <translation>템플릿 검색</translation>
    </message>
    <message>
        <source>No template is called that.</source>
        <translation>그런 이름의 템플릿이 없습니다.</translation>
    </message>
    <message>
        <source>To the canvas</source>
        <translation>캔버스로</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Hide the small map</source>
        <translation>축소 지도 숨기기</translation>
    </message>
    <message>
        <source>Show the small map</source>
        <translation>축소 지도 보기</translation>
    </message>
</context>
</TS>
