using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>Runs a query by pages of one's own with few requests each, until a page has no token.</summary>
/// <param name="Size">The size of a page.</param>
/// <param name="Requests">The most requests of a call.</param>
internal sealed record PageUnderBudget(int Size, int Requests)
{
    private const int MostCalls = 2_000;

    /// <returns>What is wrong, or null.</returns>
    public async Task<string?> FailureAsync<T>(Engine engine, ProfileQuery<T> asked)
    {
        List<T> whole;
        try
        {
            whole = await asked.ToListAsync();
        }
        catch (Exception refusal) when (refusal is ProfilesConfigurationException or UnsupportedQueryException)
        {
            // There are no pages.
            return null;
        }
        List<T> items = [];
        string? token = null;
        for (var calls = 0; calls < MostCalls; calls++)
        {
            engine.Emulator.ClearRequests();
            ProfilePage<T> page;
            try
            {
                page = await asked.WithMaxRequests(Requests).ToPageAsync(Size, token);
            }
            catch (ProfilesBudgetException)
            {
                // No number of such calls would ever come to an end. What came before is right all the same.
                return Canon.List(whole.Take(items.Count)) == Canon.List(items)
                    ? null
                    : "wrong items before the refusal";
            }
            if (engine.Emulator.Requests.Count > Requests)
                return $"{engine.Emulator.Requests.Count} requests";
            if (page.ResumeToken is not null && page.ResumeToken == token)
                return "no progress";
            items.AddRange(page.Items);
            if ((token = page.ResumeToken) is null)
                return Canon.List(whole) == Canon.List(items)
                    ? null
                    : $"expected:\n{Canon.List(whole)}\nin pages:\n{Canon.List(items)}";
        }
        return "the tokens make no progress";
    }
}
