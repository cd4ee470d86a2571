using FluentProfiles.Json.Pages;

namespace FluentProfiles.Running;

/// <summary>What one page gave.</summary>
/// <param name="Items">The items.</param>
/// <param name="Source">The page; null for what was held back to the end.</param>
internal sealed record RunPage<T>(List<T> Items, Page? Source);
