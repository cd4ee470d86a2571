using System.Text;

namespace FluentProfiles.Writing.Sync.Planning;

/// <summary>Texts of rows for a plan.</summary>
internal static class SyncText
{
    /// <summary>Half a surrogate pair, which JSON can't hold, as U+FFFD.</summary>
    public static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
