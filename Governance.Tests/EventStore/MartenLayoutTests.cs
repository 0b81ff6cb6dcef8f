namespace Governance.Tests.EventStore;

/// <summary>The log's tables are those that a Marten with conjoined tenancy and all metadata makes for itself.</summary>
public sealed class MartenLayoutTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    [Theory]
    [InlineData("mt_streams", """
        tenant_id character varying not null '*DEFAULT*'::character varying
        id uuid not null
        type character varying
        version bigint
        timestamp timestamp with time zone not null now()
        created timestamp with time zone not null now()
        is_archived boolean false
        """)]
    [InlineData("mt_events", """
        seq_id bigint not null
        id uuid not null
        stream_id uuid
        version bigint not null
        data jsonb not null
        bdata bytea
        type character varying(500) not null
        timestamp timestamp with time zone not null now()
        tenant_id character varying '*DEFAULT*'::character varying
        mt_dotnet_type character varying
        correlation_id character varying
        causation_id character varying
        headers jsonb
        user_name character varying
        is_archived boolean false
        """)]
    [InlineData("mt_event_progression", """
        name character varying not null
        last_seq_id bigint
        last_updated timestamp with time zone transaction_timestamp()
        """)]
    public async Task Columns(string table, string columns) =>
        (await fixture.SqlAsync("""
            select string_agg(concat_ws(' ', attname, format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, pg_get_expr(adbin, adrelid)), E'\n' order by attnum)
              from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
             where attrelid = $1::text::regclass and attnum > 0
            """, table)).Should().Be(columns.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("mt_streams", "pkey_mt_streams_tenant_id_id PRIMARY KEY (tenant_id, id)")]
    [InlineData("mt_events", """
        fkey_mt_events_stream_id_tenant_id FOREIGN KEY (tenant_id, stream_id) REFERENCES mt_streams(tenant_id, id)
        pkey_mt_events_seq_id PRIMARY KEY (seq_id)
        """)]
    [InlineData("mt_event_progression", "pk_mt_event_progression PRIMARY KEY (name)")]
    public async Task Constraints(string table, string constraints) =>
        (await fixture.SqlAsync("select string_agg(conname || ' ' || pg_get_constraintdef(oid), E'\n' order by conname) from pg_constraint where conrelid = $1::text::regclass", table))
            .Should().Be(constraints.ReplaceLineEndings("\n"));

    [Fact]
    public async Task No_index_but_Martens_own() =>
        (await fixture.SqlAsync("select string_agg(indexdef, E'\n' order by indexname) from pg_indexes where tablename = 'mt_events'"))
            .Should().Be("CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON public.mt_events USING btree (tenant_id, stream_id, version)\n" +
                "CREATE UNIQUE INDEX pkey_mt_events_seq_id ON public.mt_events USING btree (seq_id)");

    [Fact]
    public async Task The_sequence_belongs_to_the_events() =>
        (await fixture.SqlAsync("select pg_get_serial_sequence('mt_events', 'seq_id')")).Should().Be("public.mt_events_sequence");

    [Fact]
    public async Task A_row_has_all_that_Marten_reads()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        await fixture.Log.AppendAsync(story.Decide("A"));

        (await fixture.SqlAsync("""
            select string_agg(concat_ws(' ', e.version, e.type, e.mt_dotnet_type, e.bdata is null, e.is_archived, e.user_name, e.correlation_id, s.type, s.version, s.is_archived, e.timestamp = s.timestamp), E'\n' order by seq_id)
              from mt_events e join mt_streams s using (tenant_id) where s.id = e.stream_id and tenant_id = $1
            """, story.Cluster)).Should().Be("""
            1 cluster_founded Governance.Domain.Clusters.ClusterFounded, Governance.Domain t f key-1 trace-1 register 2 f f
            1 body_renamed Governance.Domain.Bodies.BodyRenamed, Governance.Domain t f key-1 trace-1 body 1 f t
            2 decision_recorded Governance.Domain.Clusters.DecisionRecorded, Governance.Domain t f key-1 trace-1 register 2 f t
            """.ReplaceLineEndings("\n"));
    }
}
