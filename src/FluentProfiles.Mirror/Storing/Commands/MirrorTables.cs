using System.Runtime.CompilerServices;
using FluentProfiles.Mirror.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>The tables of the mirror in one model of EF Core.</summary>
internal sealed class MirrorTables
{
    private static readonly ConditionalWeakTable<IModel, MirrorTables> ByModel = [];

    private MirrorTables(IModel model, ISqlGenerationHelper sql)
    {
        Profiles = new(model, typeof(MirroredProfile), sql);
        Metadata = new(model, typeof(MirroredMetadata), sql);
        Scopes = new(model, typeof(MirrorScope), sql);
        Passes = new(model, typeof(MirrorPass), sql);
        Candidates = new(model, typeof(MirrorCandidate), sql);
        Removals = new(model, typeof(MirrorRemoval), sql);
        Changes = new(model, typeof(MirrorChange), sql);
        Events = new(model, typeof(MirrorEvent), sql);
        PendingReads = new(model, typeof(MirrorPendingRead), sql);
        Claims = new(model, typeof(MirrorClaim), sql);
        Erasures = new(model, typeof(MirrorErasure), sql);
        Schema = new(model, typeof(MirrorSchema), sql);
    }

    public MirrorTable Profiles { get; }

    public MirrorTable Metadata { get; }

    public MirrorTable Scopes { get; }

    public MirrorTable Passes { get; }

    public MirrorTable Candidates { get; }

    public MirrorTable Removals { get; }

    public MirrorTable Changes { get; }

    public MirrorTable Events { get; }

    public MirrorTable PendingReads { get; }

    public MirrorTable Claims { get; }

    public MirrorTable Erasures { get; }

    public MirrorTable Schema { get; }

    public static MirrorTables Of(DbContext context) =>
        ByModel.GetValue(context.Model, model => new(model, context.GetService<ISqlGenerationHelper>()));
}
