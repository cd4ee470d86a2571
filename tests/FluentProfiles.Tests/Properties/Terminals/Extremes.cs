using FluentProfiles.Tests.Properties.Items;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Terminals;

/// <summary>Terminals that give the smallest or the largest.</summary>
internal static class Extremes
{
    public static Terminal<T> By<T>(Key<T> key, bool isMax) =>
        new(
            $"{(isMax ? "Max" : "Min")}ByAsync({key.Text})",
            async (query, _) => Canon.Of(await key.ExtremeItemAsync(query, isMax)),
            rows => Canon.Of(key.ExtremeItem(rows, isMax))
        )
        {
            Needs = Needs.Items,
        };

    public static Terminal<T> Of<T>(Key<T> key, bool isMax) =>
        new(
            $"{(isMax ? "Max" : "Min")}Async({key.Text})",
            async (query, _) => Canon.Of(await key.ExtremeAsync(query, isMax)),
            rows => Canon.Of(key.Extreme(rows, isMax))
        )
        {
            Needs = Needs.Items,
        };
}
