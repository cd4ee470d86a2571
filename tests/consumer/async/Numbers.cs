namespace Library;

/// <summary>Somebody else's library, which knows nothing of FluentProfiles and uses System.Linq.Async.</summary>
public static class Numbers
{
    public static async Task<string> EvensAsync(IAsyncEnumerable<int> numbers) =>
        string.Join(',', await numbers.Where(n => n % 2 == 0).Select(n => n * 10).ToListAsync());
}
