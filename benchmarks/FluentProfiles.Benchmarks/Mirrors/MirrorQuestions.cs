using FluentProfiles.Benchmarks.Report;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>What applications ask a mirror, each in turn with a prepared command that asks the database the same.</summary>
/// <param name="kind">The database.</param>
/// <param name="mirror">A complete mirror.</param>
/// <param name="by">The same questions to the database.</param>
/// <param name="profiles">How many profiles it has.</param>
internal sealed class MirrorQuestions(string kind, ProfileMirror mirror, BareQuestions by, int profiles)
{
    public async Task<IEnumerable<Measurement>> MeasureAsync() =>
        [
            .. await MeasureAsync(
                MirrorNames.Reference,
                500,
                by.ReferenceAsync,
                turn => Questions.ByReferenceAsync(mirror.Query(), Questions.ReferenceOf(turn, profiles))
            ),
            .. await MeasureAsync(
                MirrorNames.Newest,
                200,
                _ => by.NewestAsync(),
                _ => Questions.NewestAsync(mirror.Query())
            ),
            .. await MeasureAsync(
                MirrorNames.Count,
                30,
                _ => by.CountAsync(),
                _ => Questions.CountAsync(mirror.Query())
            ),
            .. await MeasurePageAsync(),
            .. MirrorNames.Of(
                MirrorNames.Stream,
                kind,
                (await Turns.MeasureAsync(3, _ => by.AllAsync(), _ => Questions.StreamAsync(mirror.Query()))).For(
                    profiles
                )
            ),
        ];

    // Page 5,000 where there are 200,000 profiles. A token keeps the size of the pages that it was made with.
    private async Task<IEnumerable<Measurement>> MeasurePageAsync()
    {
        var query = mirror.Query().WithPageSize(Questions.PageSize);
        var middle = (await Questions.PageAsync(query, profiles / 2, null)).ResumeToken;
        return await MeasureAsync(
            MirrorNames.Page,
            200,
            _ => Questions.PageAsync(query, Questions.PageSize, null),
            _ => Questions.PageAsync(query, Questions.PageSize, middle)
        );
    }

    private async Task<IEnumerable<Measurement>> MeasureAsync(
        string scenario,
        int times,
        Func<int, Task> reference,
        Func<int, Task> ours
    ) => MirrorNames.Of(scenario, kind, await Turns.MeasureAsync(times, reference, ours));
}
