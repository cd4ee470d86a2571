namespace FluentProfiles.Tests.Properties.Oracle;

/// <summary>What a run gives: its result, or the type of its exception.</summary>
/// <param name="Text">What is compared.</param>
/// <param name="Detail">What is not, but helps to see what went wrong.</param>
internal sealed record Outcome(string Text, string? Detail = null)
{
    public static Outcome Of(Func<string> run)
    {
        try
        {
            return new(run());
        }
        catch (Exception failure)
        {
            return Of(failure);
        }
    }

    public static async Task<Outcome> OfAsync(Func<Task<string>> run)
    {
        try
        {
            return new(await run());
        }
        catch (Exception failure)
        {
            return Of(failure);
        }
    }

    public static string Threw<TException>() => $"throws {typeof(TException).Name}";

    private static Outcome Of(Exception failure) => new($"throws {failure.GetType().Name}", failure.ToString());
}
