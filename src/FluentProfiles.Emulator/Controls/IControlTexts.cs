using System.Text.Json;

namespace FluentProfiles.Emulator.Controls;

/// <summary>What the two controls write differently.</summary>
internal interface IControlTexts<T>
    where T : class
{
    /// <summary>The member with what is set for each region.</summary>
    string Regions { get; }

    /// <summary>The member with what regions have retired.</summary>
    string Retired { get; }

    /// <summary>The member of a status with what the region uses.</summary>
    string Effective { get; }

    /// <summary>What is set for a region.</summary>
    void WriteConfigured(Utf8JsonWriter json, RegionSetting<T> setting);

    /// <summary>What a region uses.</summary>
    void WriteEffective(Utf8JsonWriter json, T item);

    /// <summary>The members that name what was retired.</summary>
    void WriteRetired(Utf8JsonWriter json, T item);

    /// <summary>The members of the status of a region that has something set.</summary>
    void WriteChecks(Utf8JsonWriter json, RegionSetting<T> setting);
}
