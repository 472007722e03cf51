//! The tabs of a platform panel: captions, or icons where captions do not fit.

use egui::{Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::paint;
use crate::ui::widgets;
use crate::ui::{CommandQueue, UiCommand, fonts, theme};
use crate::view::text::invitations_to_accept;
use crate::view::{PanelTab, PlatformPanelData};

/// The tabs in the order of their captions.
const TABS: [(PanelTab, Icon); 5] = [
    (PanelTab::Members, Icon::Users),
    (PanelTab::Spaces, Icon::Folder),
    (PanelTab::Groups, Icon::Boxes),
    (PanelTab::Mail, Icon::Mail),
    (PanelTab::View, Icon::Eye),
];

/// Draws the tabs over the whole width of `ui`.
pub(super) fn tabs_ui(ui: &mut Ui, data: &PlatformPanelData, queue: &mut CommandQueue) {
    let tokens = theme::tokens(ui);
    let caption = |label: &String| {
        paint::line(ui, label, tokens.size.body, fonts::semibold(), tokens.color.text, f32::INFINITY).size().x
    };
    let width: f32 = data.tab_labels.iter().map(|label| caption(label) + tokens.space.base).sum();
    let count = if data.bell > 0 { tokens.space.near + tokens.size.count } else { 0.0 };
    if width + count - tokens.space.base > ui.available_width() {
        icons_ui(ui, data, queue);
        return;
    }
    let waiting = invitations_to_accept(data.bell);
    let tabs: Vec<widgets::Tab<'_>> = data
        .tab_labels
        .iter()
        .zip(TABS)
        .map(|(label, (tab, _))| {
            let count = if tab == PanelTab::Mail { data.bell } else { 0 };
            widgets::Tab { label, count, note: &waiting }
        })
        .collect();
    let mut chosen = TABS.iter().position(|(tab, _)| *tab == data.tab).unwrap_or_default();
    if widgets::tabs(ui, &mut chosen, &tabs, tokens.color.accent).changed()
        && let Some((tab, _)) = TABS.get(chosen)
    {
        queue.push(UiCommand::SetTab { platform: data.platform, tab: *tab });
    }
}

/// The open tab with its caption, the others as icons.
fn icons_ui(ui: &mut Ui, data: &PlatformPanelData, queue: &mut CommandQueue) {
    let list = UiBuilder::new().accessibility_role(Role::TabList);
    ui.scope_builder(list, |ui| {
        let tokens = theme::tokens(ui);
        let color = &tokens.color;
        let bar = ui.available_rect_before_wrap();
        let mut left = bar.min.x;
        for (place, (label, (tab, icon))) in data.tab_labels.iter().zip(TABS).enumerate() {
            let is_chosen = tab == data.tab;
            let after = TABS.len().saturating_sub(place + 1) as f32;
            let room = bar.max.x - left - after * (tokens.size.target + tokens.space.base);
            let words = paint::line(ui, label, tokens.size.body, fonts::semibold(), color.text, f32::INFINITY);
            let is_said = is_chosen && words.size().x <= room;
            let width = if is_said { words.size().x } else { tokens.size.target };
            let rect = Rect::from_min_size(pos2(left, bar.min.y), vec2(width, bar.height()));
            left = rect.max.x + tokens.space.base;
            let response = ui.interact(rect, ui.scope_id().with(label), Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, label));
            if is_chosen {
                let under = Stroke::new(tokens.stroke.strong, color.accent);
                ui.painter().hline(rect.x_range(), rect.max.y - under.width / 2.0, under);
            }
            if is_said {
                paint::from_left(ui.painter(), rect.min.x, rect.center().y, words);
            } else {
                let ink = if response.hovered() || is_chosen { color.text } else { color.dim };
                paint::centred(ui.painter(), rect.center(), paint::glyph(ui, icon, tokens.icon.tab, ink));
                if tab == PanelTab::Mail && data.bell > 0 {
                    // On the shoulder of the icon.
                    let place = rect.center() + vec2(tokens.icon.tab, -tokens.icon.tab) / 2.0;
                    ui.painter().circle_filled(place, tokens.size.news / 2.0, color.accent);
                }
            }
            paint::focus_ring(ui, &response, rect.shrink2(vec2(0.0, tokens.space.tight)));
            widgets::note_word(&response, label);
            let waits = (tab == PanelTab::Mail && data.bell > 0).then(|| invitations_to_accept(data.bell));
            let words = waits.as_ref().map_or_else(|| label.clone(), |waits| format!("{label}: {waits}"));
            let response = response.on_hover_text(widgets::with_meaning(&words, label));
            if let Some(waits) = waits {
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(waits));
            }
            if response.clicked() && !is_chosen {
                queue.push(UiCommand::SetTab { platform: data.platform, tab });
            }
        }
    });
}
