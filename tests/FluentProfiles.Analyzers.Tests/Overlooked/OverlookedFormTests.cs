namespace FluentProfiles.Analyzers.Tests.Overlooked;

/// <summary>Each rule sees the forms that people write, and stays silent for those that only look like them.</summary>
public sealed class OverlookedFormTests
{
    public static TheoryData<string> Reported =>
        [.. ReadForms.Reported.Keys.Concat(OverlookedWriteForms.Reported.Keys)];

    public static TheoryData<string> Silent => [.. ReadForms.Silent.Keys.Concat(OverlookedWriteForms.Silent.Keys)];

    [Theory]
    [MemberData(nameof(Reported))]
    public async Task Form_Triggers(string id) =>
        AssertNone(
            await FormReports.WrongAsync(
                id,
                ReadForms.Reported.GetValueOrDefault(id) ?? OverlookedWriteForms.Reported[id],
                isReported: true
            )
        );

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task NearMiss_DoesNotTrigger(string id) =>
        AssertNone(
            await FormReports.WrongAsync(
                id,
                ReadForms.Silent.GetValueOrDefault(id) ?? OverlookedWriteForms.Silent[id],
                isReported: false
            )
        );

    private static void AssertNone(IReadOnlyList<string> wrong) =>
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
}
