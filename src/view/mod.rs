//! What is shown: plain data per panel, and the only place where facts become sentences. Never egui.

pub mod build;
pub mod control;
pub mod dialogs;
pub mod draft;
pub mod drill;
pub mod from_message;
pub mod groups;
pub mod how_to;
pub mod inquiry;
pub mod lens;
pub mod overview;
pub mod platform_panel;
pub mod rows;
pub mod script;
pub mod search;
pub mod selection;
pub mod sheet;
pub mod spaces;
pub mod stage_form;
pub mod text;
pub mod tone;

pub use control::{Control, Status, SwitchCell, TriedData};
pub use dialogs::{AddMemberData, DraftChange, ForecastData, InviteData, MatchRow, Narrower, WizardRole, WizardSwitch};
pub use drill::{Closed, DrillBook, DrillGuide, Hint, HintRow, LibraryData, LibraryLine, Look, Looked, Mode, Took};
pub use from_message::{FindingRow, FromMessageData, SymptomRow};
pub use groups::{GroupMemberRow, GroupRoleRow, GroupRow, GroupsData};
pub use how_to::{
    ActLine, Choice, DistanceData, HowToData, HowToDraft, Together, TogetherChoice, TogetherLine, Way, WayLine,
    WaySearch, WaysData,
};
pub use inquiry::{
    CauseFact, CauseSet, CompareChoice, Comparison, Inquiry, InquiryBody, InquiryData, ReachRow, WhoCanData, WhoRow,
    WhyNotData,
};
pub use lens::Lens;
pub use overview::{
    BoardCell, BoardData, BoardRow, BridgeData, CellWords, CheckData, Envelope, Flow, GuideData, Lane, PassingData,
    PreviewData, Station, StepData, TimePoint, TimelineData, TopBarData, WhyData,
};
pub use platform_panel::{
    AppsRow, Face, ItemRow, MailData, MemberCard, MemberDetails, MembersData, MessageRow, OptionRow, OrganizationRow,
    PersonViewData, PlatformChoice, PlatformPanelData, PoolRow, Presence, RoleRow, SeenItem, SeenSpace, SettingRow,
    ShowMe, SpaceRow, SpacesData, TabData, ViewerChoice, ViewerData,
};
pub use rows::{Listing, Rows};
pub use script::ScriptData;
pub use search::{Answers, Found, FoundWays, Wish};
pub use selection::{AddMemberDraft, Dialog, InviteDraft, PanelTab, RefusedTry, Selection, Spot, WizardStep};
pub use sheet::{
    ClockData, GrantChoice, GrantData, ImportData, LocationChoice, MessageDraft, OpenSheet, ReadingRow, RoleChoices,
    ShareData, ShareMatch, SheetBody, SheetData, SheetDraft,
};
pub use spaces::{
    AdvancedCell, AdvancedRow, AdvancedTable, GroupMatch, GroupPick, SpaceDoors, SpaceGroupRow, SpaceMemberRow,
};
pub use stage_form::{FieldLabel, FormField, FormInput, StageDraft, StageForm, StageKind};
pub use tone::Tone;
