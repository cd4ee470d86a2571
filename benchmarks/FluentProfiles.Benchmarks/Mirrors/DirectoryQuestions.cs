using FluentProfiles.Benchmarks.Report;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>Known references, looked up as an application does, each in turn with a prepared command that reads the id.</summary>
/// <param name="kind">The database.</param>
/// <param name="mirror">A complete mirror.</param>
/// <param name="uncached">The same mirror without a cache of references.</param>
/// <param name="by">Asks the database itself.</param>
/// <param name="profiles">How many profiles it has.</param>
internal sealed class DirectoryQuestions(
    string kind,
    ProfileMirror mirror,
    ProfileMirror uncached,
    BareQuestions by,
    int profiles
)
{
    private const int Times = 1_000;

    public async Task<IEnumerable<Measurement>> MeasureAsync()
    {
        var references = Enumerable.Range(0, Times).Select(turn => Questions.ReferenceOf(turn, profiles));
        // Some profiles have no reference.
        string[] known = [.. (await mirror.FindManyAsync(references)).Keys];
        foreach (var reference in known)
            await FindAsync(mirror, reference);
        return
        [
            .. await MeasureAsync(MirrorNames.Cached, mirror, known),
            .. await MeasureAsync(MirrorNames.Known, uncached, known),
        ];
    }

    private async Task<IEnumerable<Measurement>> MeasureAsync(string scenario, ProfileMirror asked, string[] known) =>
        MirrorNames.Of(
            scenario,
            kind,
            await Turns.MeasureAsync(
                Times,
                turn => by.IdAsync(known[turn % known.Length]),
                turn => FindAsync(asked, known[turn % known.Length])
            )
        );

    private static async Task FindAsync(ProfileMirror mirror, string reference) =>
        Expect.Equal(false, (await mirror.GetOrCreateAsync(reference, NotKnown)).WasCreated);

    private static NewProfile NotKnown() => throw new InvalidOperationException("The reference is not known.");
}
