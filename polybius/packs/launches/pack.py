"""Launch reports: who launched what, when, where from, how far and how high, said by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from polybius.nouns import (
    Annotations,
    Claim,
    DateInterval,
    Document,
    EventMention,
    Place,
    Timex,
)
from polybius.packs.findings import Findings
from polybius.packs.launches import counts, fields, figures, landings, whereabouts
from polybius.packs.launches.checks import flights, warnings_of
from polybius.packs.launches.episodes import Episode
from polybius.packs.launches.fields import Field
from polybius.packs.launches.measures import Measure
from polybius.packs.launches.mentions import Mention
from polybius.packs.launches.moves import MOVES
from polybius.packs.launches.others import is_of_others
from polybius.packs.launches.report import Report
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.series import series
from polybius.packs.launches.states import actor_of
from polybius.packs.launches.triggers import LAUNCHING, Trigger
from polybius.packs.launches.words import phrase, words

UNITS = {
    "distance": "km",
    "apogee": "km",
    "standard_range": "km",
    "capability_range": "km",
    "landing_distance": "km",
    "flight_time": "min",
}
"""The unit that each measured property is normalised to. Speeds keep their own."""

OWN_TELLING = frozenset(("series", "similar_to"))
"""What sets a launch among others: where nobody is quoted the report tells it itself."""

BY_ARTICLE = "only “a” or “an” gives the number"
NO_DATE = "the text gives no date for this launch"


def launches(document: Document, annotations: Annotations) -> Findings:
    """Every launch that a report tells of, and all that is claimed of each.

    A report's main launch comes first; earlier ones that it recalls follow, each
    with its own figures. A text that tells of no launch gives nothing.
    """
    text = document.text
    speaks = LAUNCHING.search(text) or MOVES.search(text)
    if not (speaks and words().weapon.search(text)):
        return Findings()
    report = Report(document, annotations)
    if not report.episodes.all or not _is_of_arms(report):
        return Findings()
    found = sorted(_unique(_claims(report)), key=lambda claim: (claim.event, claim.span))
    published = document.published.value
    claims = tuple(claim.identified(document.id, published) for claim in found)
    events = (_event(report, episode, claims) for episode in report.episodes.all)
    kept = tuple(event for event in events if _is_worth_telling(event, claims))
    ids = {event.id for event in kept}
    left = tuple(claim for claim in claims if claim.event in ids)
    return Findings(kept, left, tuple(warnings_of(left)))


def _is_of_arms(report: Report) -> bool:
    """Whether the text speaks of arms or space, or of places and not of sport."""
    text = report.document.text
    if phrase("setting").search(text) or words().systems.search(text):
        return True
    may = phrase("arms").search(text) or any(each.places for each in report.sentences)
    return bool(may) and not phrase("sport").search(text)


def _is_worth_telling(event: EventMention, claims: Sequence[Claim]) -> bool:
    """Whether anything is told of a launch.

    The report's main one needs a state or a claim: a weapon let off by nobody is a
    gun or a flare. Others need a claim beside their state, or a state and a day.
    """
    told = {claim.property for claim in claims if claim.event == event.id}
    if event.pack["main"]:
        return bool(told or _country(event))
    dated = event.date is not None and event.date.start is not None
    return bool(told - {"state"}) or (dated and _country(event) is not None)


def _country(event: EventMention) -> str | None:
    return event.actors[0].country if event.actors else None


def _unique(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Each claim once: the same value at the same words is one claim.

    "A missile" counts once, and only where nothing else counts that launch's missiles.
    """
    seen: set[tuple[object, ...]] = set()
    every = list(claims)
    counted = {each.event for each in every if each.property == "count" and not _by_article(each)}
    for claim in every:
        key = (claim.event, claim.property, claim.value, claim.span)
        weak = _by_article(claim)
        if key not in seen and not (weak and claim.event in counted):
            seen.add(key)
            counted |= {claim.event} if weak else set()
            yield claim


def _by_article(claim: Claim) -> bool:
    return claim.reason == BY_ARTICLE


def _claims(report: Report) -> Iterator[Claim]:
    """Every claim about every launch."""
    for sentence, found, moved, told, measures in zip(
        report.sentences, report.triggers, report.moved, report.told, report.measures, strict=True
    ):
        yield from _measures(report, sentence, found, measures)
        yield from _counts(report, sentence, found, moved)
        yield from _told(report, sentence, told)
        yield from _departed(report, sentence, moved)
        yield from _described(report, sentence, found)


def _measures(
    report: Report, sentence: Sentence, found: Sequence[Trigger], measures: Sequence[Measure]
) -> Iterator[Claim]:
    for measure in measures:
        quantity = measure.quantity
        episode = report.episodes.at(sentence, quantity.span)
        field = _measure(sentence, measure)
        if episode and not _is_of_others(report, episode, sentence, found, field):
            claim = _claim(report, episode, field, printed_unit=quantity.unit)
            yield replace(claim, denied=claim.denied or measure.withdrawn)


def _measure(sentence: Sentence, measure: Measure) -> Field:
    quantity = measure.quantity
    name = "landing_distance" if measure.role == "landing" else measure.role
    unit = UNITS.get(name, quantity.unit)
    span = figures.span_of(sentence, quantity)
    upper = quantity.upper
    return Field(
        property=name,
        value=figures.normalised(quantity.value, quantity.unit, unit),
        span=span,
        unit=unit,
        hedge=counts.bound_words(sentence, quantity) or fields.hedge_near(sentence, span),
        upper=None if upper is None else figures.normalised(upper, quantity.unit, unit),
    )


def _counts(
    report: Report, sentence: Sentence, found: list[Trigger], moved: list[Trigger]
) -> Iterator[Claim]:
    for count in counts.counts(sentence, found, moved):
        episode = report.episodes.at(sentence, count.at)
        if episode is not None:
            claim = _claim(report, episode, count.field, printed_unit=count.field.unit)
            yield replace(claim, reason=BY_ARTICLE) if count.by_article else claim


def _told(report: Report, sentence: Sentence, told: Sequence[Mention]) -> Iterator[Claim]:
    """What is told beside the words of a launch: its state, day, hour and site."""
    for mention in told:
        trigger = mention.trigger
        episode = report.episodes.at(sentence, trigger.span)
        if episode is None:
            continue
        span, country = report.state_of(trigger)
        if span and country and trigger is episode.triggers[0]:
            yield _claim(report, episode, Field("state", country, span))
        timex = episode.dated_by.get(trigger.span)
        if timex is not None and timex.start:
            yield _claim(report, episode, Field("date", _day(timex), timex.span))
        states = frozenset((country or "",))
        for field in (
            *whereabouts.launch_times(sentence, trigger),
            *whereabouts.sites(sentence, trigger, states),
        ):
            yield _claim(report, episode, field)


def _departed(report: Report, sentence: Sentence, moved: Sequence[Trigger]) -> Iterator[Claim]:
    """Where it came from and when, told with its flight: "rose from Sinpo at 6 a.m."."""
    for trigger in moved:
        episode = report.episodes.at(sentence, trigger.span)
        if episode is None or trigger.standing != "asserted" or not whereabouts.departs(trigger):
            continue
        states = frozenset((report.state_of_episode(episode)[1] or "",))
        for field in whereabouts.sites(sentence, trigger, states):
            yield _claim(report, episode, field)
        if whereabouts.rises(trigger):
            for field in whereabouts.launch_times(sentence, trigger):
                yield _claim(report, episode, field)
    if " left " in sentence.text or " from " in sentence.text:
        episode = report.episodes.spoken_of(sentence.span.start)
        country = report.state_of_episode(episode)[1] if episode else None
        for field in whereabouts.left(sentence, frozenset((country or "",))):
            if episode is not None:
                yield _claim(report, episode, field)


def _described(report: Report, sentence: Sentence, found: list[Trigger]) -> Iterator[Claim]:
    """What is said of a launch or its missile anywhere in a sentence that speaks of one."""
    about = bool(found or sentence.has_weapon or fields.TAKES_UP.match(sentence.text))
    found_fields = [
        *fields.threats(sentence),
        *series(sentence, about=about),
        *fields.trajectories(sentence),
        *landings.landings(sentence),
    ]
    if about:
        found_fields += [
            *fields.names(sentence),
            *fields.classes(sentence, found),
            *fields.outcomes(sentence),
            *fields.likenesses(sentence),
        ]
    for field in found_fields:
        episode = report.episodes.at(sentence, field.span)
        if episode is None or _is_of_others(report, episode, sentence, found, field):
            continue
        if not (episode.standing == "planned" and field.property == "outcome"):
            yield _claim(report, episode, field)


def _is_of_others(
    report: Report, episode: Episode, sentence: Sentence, found: Sequence[Trigger], field: Field
) -> bool:
    state = report.state_of_episode(episode)[1]
    return is_of_others(field.property, field.span, sentence, found, state)


def _claim(
    report: Report, episode: Episode, field: Field, printed_unit: str | None = None
) -> Claim:
    carried = field.property not in OWN_TELLING and report.goes_on_about(episode, field.span)
    voice = report.voices.at(field.span, carried=carried)
    return Claim(
        event=report.number(episode),
        property=field.property,
        value=field.value,
        unit=field.unit,
        span=field.span,
        said_by=voice.said_by,
        printed=field.span.of(report.document.text),
        printed_unit=printed_unit,
        upper=field.upper,
        hedge=field.hedge,
        denied=voice.denied or episode.standing == "denied",
        reason=field.reason or voice.reason,
    )


def _event(report: Report, episode: Episode, claims: Sequence[Claim]) -> EventMention:
    number = report.number(episode)
    own = [claim for claim in claims if claim.event == number]
    span, country = report.state_of_episode(episode)
    trigger = episode.triggers[0]
    standing = episode.standing
    return EventMention(
        id=number,
        type="MOBILIZE",
        mode="weapons",
        contexts=("military", "technology"),
        cameo="150",
        trigger=trigger.span,
        actors=(actor_of(country, span),),
        recipients=(),
        date=_date(episode),
        place=_place(report, own),
        factuality="asserted" if standing == "unreal" else standing,
        tense="future" if standing == "planned" else "past",
        said_by=report.voices.at(trigger.span).said_by,
        pack={"pack": "launches", "main": episode.main, "flights": flights(own)},
    )


def _day(timex: Timex) -> str | None:
    """The day, or the month or year where the words tell no day ("2016-02")."""
    return timex.start if timex.start == timex.end else timex.value


def _date(episode: Episode) -> DateInterval:
    date = episode.date
    if date.start is None and date.reason is None:
        return DateInterval(None, None, None, NO_DATE)
    return date


def _place(report: Report, claims: Sequence[Claim]) -> Place | None:
    """The launch site, where the gazetteer knows it."""
    sites = [claim.span for claim in claims if claim.property == "launch_site"]
    for sentence in report.sentences:
        for place in sentence.places:
            if any(site.contains(place.span) for site in sites):
                return place
    return None
