namespace FluentProfiles.Analyzers.Tests.Sound;

/// <summary>Asserts that code which runs gets neither an error nor a warning from any rule.</summary>
internal static class Unreported
{
    public static async Task AssertAsync(string statements, string members = "") =>
        Assert.DoesNotContain(
            await Diagnoses.OfAsync(statements, members),
            one => one.Severity >= DiagnosticSeverity.Warning && one.Id.StartsWith("FP", StringComparison.Ordinal)
        );
}
